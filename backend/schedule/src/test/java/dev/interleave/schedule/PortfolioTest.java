package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashSet;

class PortfolioTest {
    @Test
    void begin_smallProgram_endsWhenAllIsSeen() {
        var portfolio = new Portfolio(1);
        int schedules = 0;
        while (portfolio.begin()) {
            ToyEngine.run(Toys.LOST_UPDATE, portfolio);
            schedules++;
        }
        assertThat(portfolio.isExhausted()).isTrue();
        assertThat(portfolio.remaining()).isZero();
        assertThat(schedules).isLessThan(60);
    }

    @Test
    void begin_loopThatWaits_goesOnWithoutTheReduction() {
        var portfolio = new Portfolio(1);
        var program = ToyProgram.parallel("await x=1; y=1", "x=1; y=2");
        for (int i = 0; i < 3_000; i++) {
            assertThat(portfolio.begin()).isTrue();
            ToyEngine.run(program, portfolio);
        }
        assertThat(portfolio.isExhausted()).isFalse();
        assertThat(portfolio.remaining()).isEqualTo(-1);
    }

    @Test
    void name_oneScheduleAfterTheOther_saysWhatChooses() {
        var portfolio = new Portfolio(1);
        var names = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            portfolio.begin();
            names.add(portfolio.name());
            ToyEngine.run(Toys.reorder(6), portfolio);
        }
        assertThat(new LinkedHashSet<>(names))
                .containsExactly(
                        "no preemption",
                        "PCT, depth 1",
                        "SURW",
                        "POS",
                        "PCT, depth 2",
                        "PCT, depth 3",
                        "random",
                        "in turn",
                        "partial-order reduction");
    }
}
