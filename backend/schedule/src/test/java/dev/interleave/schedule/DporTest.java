package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;

class DporTest {
    private static final int RANDOM_PROGRAMS = 300;

    private record Search(Set<String> states, int schedules, long classes, boolean isExhausted) {}

    @Test
    void begin_independentThreads_oneSchedule() {
        Search search = search("main: start A; start B", "A: x=1; x=2", "B: y=1; y=2");
        assertThat(search.schedules()).isEqualTo(1);
        assertThat(search.isExhausted()).isTrue();
    }

    @Test
    void begin_writersOfOneVariable_everyOrderOnce() {
        Search search =
                search(
                        "main: start A; start B; start C; start D",
                        "A: x=1",
                        "B: x=2",
                        "C: x=3",
                        "D: x=4");
        assertThat(search.schedules()).isEqualTo(24);
        assertThat(search.states()).hasSize(4);
        assertThat(search.isExhausted()).isTrue();
    }

    @Test
    void begin_readersOfOneVariable_oneSchedule() {
        assertThat(search("main: start A; start B", "A: r=x", "B: r=x; r=x").schedules())
                .isEqualTo(1);
    }

    @Test
    void begin_lostUpdate_seesAllOutcomes() {
        assertThat(search(Toys.LOST_UPDATE, true, 1_000).states())
                .isEqualTo(BruteForce.of(Toys.LOST_UPDATE).states());
    }

    @Test
    void begin_locksInBothOrders_seesTheDeadlock() {
        Search search = search(Toys.AB_BA, true, 1_000);
        assertThat(search.states()).isEqualTo(BruteForce.of(Toys.AB_BA).states());
        assertThat(search.states()).anyMatch(state -> state.contains("DEADLOCK"));
        assertThat(search.isExhausted()).isTrue();
    }

    @Test
    void begin_sleeper_seesTheClockBeforeAndAfterEachStep() {
        var program = ToyProgram.parallel("sleep 3; x=1", "x=2; y=1");
        Search search = search(program, true, 1_000);
        assertThat(search.states()).isEqualTo(BruteForce.of(program).states());
        assertThat(search.isExhausted()).isTrue();
    }

    @Test
    void begin_whatAStepTouchesDependsOnWhatItReads_missesNoClass() {
        var program =
                ToyProgram.of(
                        "main: start A; start B; when x=0 y=1",
                        "A: when y=0 z=1",
                        "B: z=1; x=1; r=z");
        assertThat(search(program, true, 1_000).classes())
                .isEqualTo(BruteForce.of(program).classes())
                .isEqualTo(6);
    }

    @Test
    void begin_threadsStartedInEitherOrder_missesNoClass() {
        var program =
                ToyProgram.of(
                        "main: start A; start B; when z=0 x=1",
                        "A: start C",
                        "B: start D; when x=0 z=2",
                        "C: when y=1 y=2",
                        "D: when x=1 x=1");
        assertThat(search(program, true, 1_000).classes())
                .isEqualTo(BruteForce.of(program).classes())
                .isEqualTo(4);
    }

    @Test
    void begin_randomPrograms_allStatesAndClassesInNoMoreSchedules() {
        for (int seed = 0; seed < RANDOM_PROGRAMS; seed++) {
            ToyProgram program = Toys.random(seed);
            BruteForce.Outcome all = BruteForce.of(program);
            if (all.isAll()) {
                compare(program, all, seed, true);
                compare(program, all, seed, false);
            }
        }
    }

    @Test
    void begin_thingsHaveOtherNumbersInOtherSchedules_allStates() {
        for (int seed = 0; seed < RANDOM_PROGRAMS; seed++) {
            ToyProgram program = Toys.random(seed);
            BruteForce.Outcome all = BruteForce.of(program);
            if (all.isAll()) {
                var dpor = new Dpor();
                var states = new TreeSet<String>();
                for (int i = 0; i <= all.schedules() && dpor.begin(); i++) {
                    int hidden = i * 7 % 3;
                    states.add(ToyEngine.runRenumbered(program, dpor, hidden).state());
                }
                assertThat(states).as("program %s: %s", seed, program).isEqualTo(all.states());
                assertThat(dpor.isExhausted()).isTrue();
            }
        }
    }

    @Test
    void isExhausted_loopThatWaits_endsWithoutTheClaim() {
        Search search = search(ToyProgram.parallel("await x=1; y=1", "x=1; y=2"), true, 1_000);
        assertThat(search.schedules()).isLessThan(1_000);
        assertThat(search.states()).hasSize(2);
        assertThat(search.isExhausted()).isFalse();
    }

    @Test
    void isExhausted_scheduleCutOff_neverTrue() {
        var dpor = new Dpor();
        var program = ToyProgram.of("main: start A; x=1", "A: x=2; x=3");
        while (dpor.begin()) {
            ToyEngine.run(program, dpor, true, 3, new TraceClasses());
        }
        assertThat(dpor.isExhausted()).isFalse();
        assertThat(dpor.remaining()).isZero();
    }

    @Test
    void isExhausted_programChangesBetweenSchedules_neverTrue() {
        var dpor = new Dpor();
        int schedule = 0;
        while (schedule < 1_000 && dpor.begin()) {
            String extra = schedule++ % 2 == 0 ? "" : "start C; ";
            ToyEngine.run(
                    ToyProgram.of("main: " + extra + "start A; x=1", "A: x=2; x=3", "C: x=4"),
                    dpor);
        }
        assertThat(schedule).isLessThan(1_000);
        assertThat(dpor.isExhausted()).isFalse();
    }

    @Test
    void isExhausted_programEndsSoonerThanBefore_neverTrue() {
        var dpor = new Dpor();
        int schedule = 0;
        while (schedule < 1_000 && dpor.begin()) {
            String body = schedule++ % 3 == 0 ? "x=1; y=1; x=2; y=2" : "x=1";
            ToyEngine.run(ToyProgram.of("main: start A; " + body, "A: " + body), dpor);
        }
        assertThat(schedule).isLessThan(1_000);
        assertThat(dpor.isExhausted()).isFalse();
    }

    @Test
    void remaining_untilTheEnd_countsDownToZero() {
        var dpor = new Dpor();
        var program =
                ToyProgram.of("main: start A; start B; start C", "A: x=1", "B: x=2", "C: x=3");
        assertThat(dpor.remaining()).isEqualTo(-1);
        while (dpor.begin()) {
            ToyEngine.run(program, dpor);
            assertThat(dpor.remaining()).isBetween(0L, 12L);
            assertThat(dpor.remaining() == 0).isEqualTo(dpor.isExhausted());
        }
    }

    private static void compare(
            ToyProgram program, BruteForce.Outcome all, int seed, boolean numbersEarly) {
        Search search = search(program, numbersEarly, all.schedules() + 1);
        assertThat(search)
                .as("program %s: %s", seed, program)
                .returns(all.states(), Search::states)
                .returns(all.classes(), Search::classes)
                .returns(true, Search::isExhausted)
                .matches(found -> found.schedules() <= all.schedules());
    }

    private static Search search(String... lines) {
        return search(ToyProgram.of(lines), true, 1_000);
    }

    private static Search search(ToyProgram program, boolean numbersEarly, int maxSchedules) {
        var dpor = new Dpor();
        var states = new TreeSet<String>();
        var classes = new TraceClasses();
        int schedules = 0;
        while (schedules < maxSchedules && dpor.begin()) {
            states.add(ToyEngine.run(program, dpor, numbersEarly, 1_000, classes).state());
            schedules++;
        }
        return new Search(states, schedules, classes.count(), dpor.isExhausted());
    }
}
