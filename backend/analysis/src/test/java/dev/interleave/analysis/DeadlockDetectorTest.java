package dev.interleave.analysis;

import static dev.interleave.analysis.DeadlockDetector.Standing.DEADLOCKED;
import static dev.interleave.analysis.DeadlockDetector.Standing.MOVES;
import static dev.interleave.analysis.DeadlockDetector.Standing.ONLY_IDLE_POOLS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.analysis.DeadlockDetector.Standing;
import dev.interleave.model.run.Finding;
import dev.interleave.model.trace.EventKind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class DeadlockDetectorTest {
    @Test
    void standing_twoMonitorsCrossed_isDeadlocked() {
        assertThat(
                        explain(
                                """
                                T1 | enter A | .       | want B
                                T2 | .       | enter B | .      | want A
                                """))
                .isEqualTo("T1 waits for B, held by T2; T2 waits for A, held by T1.");
    }

    @Test
    void standing_twoLocksCrossed_isDeadlocked() {
        assertThat(
                        explain(
                                """
                                T1 | lock A | .      | locking B
                                T2 | .      | lock B | .         | locking A
                                """))
                .isEqualTo("T1 waits for B, held by T2; T2 waits for A, held by T1.");
    }

    @Test
    void standing_monitorAndLockCrossed_isDeadlocked() {
        assertThat(
                        standing(
                                """
                                T1 | enter A | .      | locking B
                                T2 | .       | lock B | .         | want A
                                """))
                .isEqualTo(DEADLOCKED);
    }

    @Test
    void standing_threadsJoinEachOther_isDeadlocked() {
        assertThat(
                        explain(
                                """
                                T1 | begin | join T2
                                T2 | begin | join T1
                                """))
                .isEqualTo("T1 waits for T2 to end; T2 waits for T1 to end.");
    }

    @Test
    void standing_threadJoinsItself_isDeadlocked() {
        assertThat(standing("T1 | begin | join T1")).isEqualTo(DEADLOCKED);
    }

    @Test
    void standing_waitsForElementNobodyPuts_isDeadlockedWithoutCycle() {
        assertThat(explain("T1 | begin | call take A"))
                .isEqualTo("T1 waits for an element of A; nobody is left to change that.");
    }

    @Test
    void standing_waiterLetItsMonitorGo_isNotItsHolder() {
        LaneStates states =
                Grid.of(
                        """
                        T1 | enter A | wait A
                        T2 | .       | .      | enter A | wait A
                        """);
        assertThat(states.holderOf(1)).isZero();
        assertThat(standing(states)).isEqualTo(DEADLOCKED);
    }

    @Test
    void standing_holderSleeps_moves() {
        assertThat(
                        standing(
                                """
                                T1 | enter A | sleep
                                T2 | .       | .     | want A
                                """))
                .isEqualTo(MOVES);
    }

    @Test
    void standing_holderLetGoButWaiterHasNotBeenSeenToEnter_moves() {
        assertThat(
                        standing(
                                """
                                T1 | enter A | .      | exit A | end!
                                T2 | .       | want A
                                """))
                .isEqualTo(MOVES);
    }

    @Test
    void standing_reenteredMonitorLeftOnce_isStillHeld() {
        assertThat(
                        standing(
                                """
                                T1 | enter A | enter A | exit A | join T2
                                T2 | .       | .       | .      | want A
                                """))
                .isEqualTo(DEADLOCKED);
    }

    @Test
    void standing_parkedThreadWasUnparked_moves() {
        assertThat(
                        standing(
                                """
                                T1 | begin | park
                                T2 | begin | .    | unpark T1 | join T1
                                """))
                .isEqualTo(MOVES);
    }

    @Test
    void standing_unparkedBeforeItParkedAgain_isDeadlocked() {
        assertThat(
                        standing(
                                """
                                T1 | begin | .         | park
                                T2 | begin | unpark T1 | .    | join T1
                                """))
                .isEqualTo(DEADLOCKED);
    }

    @Test
    void standing_waiterWasInterrupted_moves() {
        assertThat(
                        standing(
                                """
                                T1 | enter A | wait A
                                T2 | begin   | .      | interrupt T1 | join T1
                                """))
                .isEqualTo(MOVES);
    }

    @Test
    void standing_boundedWait_moves() {
        assertThat(standing("T1 | enter A | timedwait A")).isEqualTo(MOVES);
    }

    @Test
    void standing_threadNotBegunYet_moves() {
        assertThat(
                        standing(
                                """
                                T1 | begin | join T2
                                T2 | .
                                """))
                .isEqualTo(MOVES);
    }

    @Test
    void standing_mainEndedAndPoolIdle_isOnlyIdlePools() {
        assertThat(
                        standing(
                                """
                                T1 | begin | end!
                                T2 | begin | call getTask A
                                """))
                .isEqualTo(ONLY_IDLE_POOLS);
    }

    @Test
    void standing_mainWaitsForIdlePool_isDeadlocked() {
        assertThat(
                        standing(
                                """
                                T1 | begin | call get B
                                T2 | begin | call getTask A
                                """))
                .isEqualTo(DEADLOCKED);
    }

    @Test
    void isConfirmed_virtualMachineSaysRunnable_isFalse() {
        var detector = new DeadlockDetector(Grid.of("T1 | begin | call take A"), Grid.NAMES);
        assertThat(detector.isConfirmed(_ -> Thread.State.WAITING)).isTrue();
        assertThat(detector.isConfirmed(_ -> Thread.State.RUNNABLE)).isFalse();
    }

    @Test
    void isConfirmed_boundBeyondAnyRun_allowsATimedWaitAndNoOther() {
        LaneStates day = new LaneStates();
        day.opened(1);
        day.accept(EventKind.PARK_BEGAN, 0, 1, 0, 0, Duration.ofDays(1).toNanos(), 5);
        var detector = new DeadlockDetector(day, Grid.NAMES);
        assertThat(standing(day)).isEqualTo(DEADLOCKED);
        assertThat(detector.isConfirmed(_ -> Thread.State.TIMED_WAITING)).isTrue();
        var unbounded = new DeadlockDetector(Grid.of("T1 | begin | park"), Grid.NAMES);
        assertThat(unbounded.isConfirmed(_ -> Thread.State.TIMED_WAITING)).isFalse();
    }

    @Test
    void isConfirmed_notifiedWaiterWhoseMonitorIsFree_isFalse() {
        var detector = new DeadlockDetector(Grid.of("T1 | enter A | wait A"), Grid.NAMES);
        assertThat(detector.isConfirmed(_ -> Thread.State.BLOCKED)).isFalse();
    }

    @Test
    void explain_cycle_namesLinesAndLanesOfTheCycleOnly() {
        LaneStates states =
                Grid.of(
                        """
                        T1 | begin   | join T2
                        T2 | enter A | .       | want B
                        T3 | enter B | .       | .      | want A
                        """);
        Finding finding = new DeadlockDetector(states, Grid.NAMES).explain();
        assertThat(finding.lanes()).isEqualTo(List.of(2, 3));
        assertThat(finding.lines()).isEqualTo(List.of(22, 33));
    }

    private static Standing standing(String drawing) {
        return standing(Grid.of(drawing));
    }

    private static Standing standing(LaneStates states) {
        return new DeadlockDetector(states, Grid.NAMES).standing(_ -> false, _ -> false);
    }

    private static String explain(String drawing) {
        LaneStates states = Grid.of(drawing);
        assertThat(standing(states)).isEqualTo(DEADLOCKED);
        return new DeadlockDetector(states, Grid.NAMES).explain().message();
    }
}
