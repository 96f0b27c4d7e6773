package dev.interleave.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.server.run.RunSummary.Timing;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RunClockTest {
    private final RunClock clock = new RunClock();

    @Test
    void timing_nothingReached_isAllZero() {
        assertThat(clock.timing()).isEqualTo(new Timing(0, 0, 0, 0, 0, 0));
    }

    @Test
    void timing_compiledOnly_hasNoTimeOfARun() {
        clock.admitted();
        clock.compiled(Duration.ZERO);

        assertThat(clock.timing())
                .returns(0L, Timing::startMillis)
                .returns(0L, Timing::firstEventMillis)
                .returns(0L, Timing::runMillis);
    }

    @Test
    void timing_compilerAndRunner_addsTheirProcessorTimes() {
        clock.compiled(Duration.ofMillis(40));
        clock.ended(Duration.ofMillis(100));

        assertThat(clock.timing().cpuMillis()).isEqualTo(140);
    }
}
