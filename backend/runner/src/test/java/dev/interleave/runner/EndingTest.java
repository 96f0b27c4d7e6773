package dev.interleave.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.RunOutcome;

import org.junit.jupiter.api.Test;

class EndingTest {
    private final Ending ending = new Ending();

    @Test
    void requested_nobodyAsked_isNull() {
        assertThat(ending.requested()).isNull();
    }

    @Test
    void request_second_changesNothing() {
        ending.request(new RunOutcome.Stopped("first"));
        ending.request(new RunOutcome.TimedOut("second"));

        assertThat(ending.requested()).isEqualTo(new RunOutcome.Stopped("first"));
    }

    @Test
    void isDraining_afterRequestAlone_isFalse() {
        ending.request(new RunOutcome.Stopped("stop"));

        assertThat(ending.isDraining()).isFalse();
    }

    @Test
    void isDraining_afterDrains_isTrue() {
        ending.drains();

        assertThat(ending.isDraining()).isTrue();
    }
}
