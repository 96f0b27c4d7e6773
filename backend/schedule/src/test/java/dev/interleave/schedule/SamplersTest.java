package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interleave.model.control.StrategyKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// How fast the strategies that draw find what they are made for. The seeds are fixed, so that the
/// numbers are certain; each is some times what was measured.
class SamplersTest {
    private static final int SEEDS = 10;

    // A random walk that must stop all setters between their two operations.
    @Test
    void random_reorder3_findsWithin100() {
        assertFinds(Toys.reorder(3), StrategyKind.RANDOM, 100);
    }

    // Depth 2 or 3, 4 threads, some 12 decisions: 1/(4·12) or better for two thirds of the
    // schedules.
    @Test
    void pct_reorder3_findsWithin200() {
        assertFinds(Toys.reorder(3), StrategyKind.PCT, 200);
    }

    @Test
    void pct_reorder5_findsWithin1000() {
        assertFinds(Toys.reorder(5), StrategyKind.PCT, 1_000);
    }

    @Test
    void pct_depth3_findsWithin300() {
        assertFinds(Toys.DEPTH_3, StrategyKind.PCT, 300);
    }

    @Test
    void pct_depthBelowTheBugs_neverFinds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(Toys.firstFailure(Toys.DEPTH_3, new Pct(seed, 1), 300)).isEqualTo(301);
            assertThat(Toys.firstFailure(Toys.AB_BA, new Pct(seed, 1), 300)).isEqualTo(301);
        }
    }

    @Test
    void pct_abBa_depth2FindsWithin150() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(Toys.firstFailure(Toys.AB_BA, new Pct(seed, 2), 150)).isLessThan(151);
        }
    }

    @Test
    void pos_reorder3_findsWithin50() {
        assertFinds(Toys.reorder(3), StrategyKind.POS, 50);
    }

    @Test
    void pos_reorder5_findsWithin400() {
        assertFinds(Toys.reorder(5), StrategyKind.POS, 400);
    }

    @Test
    void pos_depth3_findsWithin50() {
        assertFinds(Toys.DEPTH_3, StrategyKind.POS, 50);
    }

    @Test
    void surw_reorder20_findsWithin400() {
        assertFinds(Toys.reorder(20), StrategyKind.SURW, 400);
    }

    // 6 operations, 4 of one thread: 15 orders, each in 1/15 of 15,000 schedules; the standard
    // deviation is 31.
    @Test
    void surw_twoThreads_allOrdersAboutAsProbable() {
        var program =
                ToyProgram.of("main: start A; start B", "A: x+=1; x+=1; x+=1; x+=1", "B: r=x; r=x");
        var counts = new TreeMap<String, Integer>();
        var surw = new Surw(5);
        for (int i = 0; i < 15_000; i++) {
            surw.begin();
            counts.merge(order(ToyEngine.run(program, surw)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(15);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    }

    @Test
    void portfolio_reorder20_findsWithin1500() {
        assertFinds(Toys.reorder(20), StrategyKind.PORTFOLIO, 1_500);
    }

    @Test
    void portfolio_depth3_findsWithin100() {
        assertFinds(Toys.DEPTH_3, StrategyKind.PORTFOLIO, 100);
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void of_sameSeed_sameSchedules(StrategyKind kind) {
        assertThat(steps(kind, 42)).isEqualTo(steps(kind, 42));
    }

    @ParameterizedTest
    @EnumSource(
            value = StrategyKind.class,
            names = {"DPOR", "NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void of_otherSeed_otherSchedules(StrategyKind kind) {
        assertThat(steps(kind, 42)).isNotEqualTo(steps(kind, 43));
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void choose_threadsThatWaitForEachOther_comeToAnEnd(StrategyKind kind) {
        var program =
                ToyProgram.parallel(
                        "await a=1; b=1; await c=1", "await b=1; c=1", "sleep 5; a=1", "await c=1");
        assertEndsAlways(program, kind);
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void choose_oneLetsOthersGoBesideALoop_comesToAnEnd(StrategyKind kind) {
        var program =
                ToyProgram.parallel(
                        "lock a; yield; y=2; unlock a", "lock a; unlock a", "await y=2");
        assertEndsAlways(program, kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = StrategyKind.class,
            names = {"NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void choose_sleeper_wakesEarlyInSomeSchedule(StrategyKind kind) {
        var program = ToyProgram.parallel("sleep 100; fail d=0", "x=1; x=2; x=3; d=1");
        assertThat(Toys.firstFailure(program, Strategies.of(kind, 3), 100)).isLessThan(101);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void pct_depthOutOfRange_refuses(int depth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pct(1, depth))
                .withMessage("depth must be 0 to 3; it is " + depth);
    }

    private static void assertEndsAlways(ToyProgram program, StrategyKind kind) {
        var strategy = Strategies.of(kind, 7);
        for (int i = 0; i < 500 && strategy.begin(); i++) {
            ToyEngine.Result result =
                    ToyEngine.run(program, strategy, true, 500, new TraceClasses());
            assertThat(result.isComplete()).as("schedule %s", i).isTrue();
        }
    }

    private static void assertFinds(ToyProgram program, StrategyKind kind, int max) {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(Toys.firstFailure(program, Strategies.of(kind, seed), max))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(max);
        }
    }

    private static List<List<String>> steps(StrategyKind kind, long seed) {
        var strategy = Strategies.of(kind, seed);
        var all = new ArrayList<List<String>>();
        for (int i = 0; i < 60 && strategy.begin(); i++) {
            all.add(ToyEngine.run(Toys.reorder(4), strategy).steps());
        }
        return all;
    }

    private static String order(ToyEngine.Result result) {
        var order = new StringBuilder();
        for (String step : result.steps()) {
            if (!step.startsWith("1")) {
                order.append(step.charAt(0));
            }
        }
        return order.toString();
    }
}
