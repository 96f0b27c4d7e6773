package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.control.StrategyKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class FairTest {
    private static final int SEEDS = 20;

    /// Many times what it takes the two to come to an end where they do.
    private static final int MAX_STEPS = 500;

    @Test
    void choose_giveWayToEachOther_doSoForEverWithin20() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(firstEndless(Toys.GIVE_WAY, new Fair(seed), 20))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(20);
        }
    }

    @Test
    void choose_mainIsOneOfThose_doSoForEverWithin40() {
        var program =
                ToyProgram.of(
                        "main: start A; lock a; try b skip 3; unlock a; yield; back 4; unlock b",
                        "A: lock b; try a skip 3; unlock b; yield; back 4; unlock a; unlock b");
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(firstEndless(program, new Fair(seed), 40))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(40);
        }
    }

    @Test
    void choose_oneInsists_alwaysEnds() {
        var program =
                ToyProgram.parallel(
                        "lock a; try b skip 3; unlock a; yield; back 4; unlock b; unlock a",
                        "lock b; lock a; unlock a; unlock b");
        assertThat(firstEndless(program, new Fair(3), 500)).isEqualTo(501);
    }

    @Test
    void portfolio_giveWayToEachOther_doSoForEverWithin100() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Strategy portfolio = Strategies.of(StrategyKind.PORTFOLIO, seed);
            assertThat(firstEndless(Toys.GIVE_WAY, portfolio, 100))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(100);
        }
    }

    @Test
    void choose_someSchedule_startsTogetherAndGoesRound() {
        var program = ToyProgram.parallel("x=1; x=2; x=3", "x=4; x=5; x=6");
        var fair = new Fair(1);
        var moves = Stream.generate(() -> movers(program, fair)).limit(20).toList();
        assertThat(moves).contains(List.of("1", "1", "1", "2", "3", "2", "3", "2", "3", "1", "1"));
    }

    /// Who moved, step by step.
    private static List<String> movers(ToyProgram program, Strategy strategy) {
        strategy.begin();
        return ToyEngine.run(program, strategy).steps().stream()
                .map(step -> step.substring(0, 1))
                .toList();
    }

    /// Which schedule did not end, counted from 1; `max` + 1 when all did.
    private static int firstEndless(ToyProgram program, Strategy strategy, int max) {
        for (int schedule = 1; schedule <= max; schedule++) {
            strategy.begin();
            ToyEngine.Result result =
                    ToyEngine.run(program, strategy, true, MAX_STEPS, new TraceClasses());
            if (!result.isComplete()) {
                return schedule;
            }
        }
        return max + 1;
    }
}
