package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceClassesTest {
    @Test
    void count_independentThreads_oneClass() {
        assertThat(classes("main: start A; start B", "A: x=1; x=2", "B: y=1; y=2")).isEqualTo(1);
    }

    @Test
    void count_readersThatTouchFirst_oneClass() {
        assertThat(classes("main: start A; start B", "A: r=x; y=1", "B: r=x; z=1")).isEqualTo(1);
    }

    @Test
    void count_writersOfOneVariable_everyOrder() {
        assertThat(classes("main: start A; start B; start C", "A: x=1", "B: x=2", "C: x=3"))
                .isEqualTo(6);
    }

    @Test
    void count_readersOfOneWriter_byWhoReadsEarlier() {
        assertThat(classes("main: start A; start B; start C", "A: x=1", "B: r=x", "C: r=x"))
                .isEqualTo(4);
    }

    @Test
    void count_threadsStartedInEitherOrder_notByTheirNumbers() {
        assertThat(
                        classes(
                                "main: start A; start B",
                                "A: start C; x=1",
                                "B: start D; y=1",
                                "C: v=1",
                                "D: w=1"))
                .isEqualTo(1);
    }

    @Test
    void count_clock_differsByWhatCameBefore() {
        assertThat(classes("main: start A; x=1; x=2", "A: sleep 1")).isEqualTo(3);
    }

    @Test
    void ended_newClass_saysSo() {
        var classes = new TraceClasses();
        assertThat(run(classes, 1, 2)).isTrue();
        assertThat(run(classes, 2, 1)).isTrue();
        assertThat(run(classes, 1, 2)).isFalse();
        assertThat(classes.count()).isEqualTo(2);
    }

    @Test
    void count_moreThanItKeeps_estimatesWithin2Percent() {
        var classes = new TraceClasses(1 << 14);
        int real = 3 << 14;
        for (int schedule = 0; schedule < real; schedule++) {
            classes.begin();
            for (int bit = 0; bit < 16; bit++) {
                step(classes, ((schedule >> bit) & 1) + 1);
            }
            classes.ended();
        }
        assertThat(classes.count()).isBetween((long) (0.98 * real), (long) (1.02 * real));
    }

    @Test
    void count_exactUpToTheLimit() {
        var classes = new TraceClasses();
        for (int schedule = 0; schedule < 10_000; schedule++) {
            run(classes, schedule % 5_000 + 1, 3);
        }
        assertThat(classes.count()).isEqualTo(5_000);
    }

    private static long classes(String... lines) {
        return BruteForce.of(ToyProgram.of(lines)).classes();
    }

    private static boolean run(TraceClasses classes, int... threads) {
        classes.begin();
        for (int thread : threads) {
            step(classes, thread);
        }
        return classes.ended();
    }

    /// Every step changes the same thing.
    private static void step(TraceClasses classes, int thread) {
        var step = new ToyStep();
        step.begin(thread, 1);
        step.touch(1, true);
        classes.stepped(step);
    }
}
