package dev.interleave.analysis;

import static dev.interleave.analysis.Standing.DEADLOCKED;
import static dev.interleave.analysis.Standing.MOVES;
import static dev.interleave.analysis.Standing.ONLY_IDLE_POOLS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;

import org.junit.jupiter.api.Test;

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
        Grid grid =
                Grid.of(
                        """
                        T1 | enter A | wait A
                        T2 | .       | .      | enter A | wait A
                        """);
        assertThat(grid.states().holderOf(1)).isZero();
        assertThat(grid.deadlocks().standing()).isEqualTo(DEADLOCKED);
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
        assertThat(isConfirmed("T1 | begin | call take A", Thread.State.WAITING)).isTrue();
        assertThat(isConfirmed("T1 | begin | call take A", Thread.State.RUNNABLE)).isFalse();
    }

    @Test
    void isConfirmed_boundBeyondAnyRun_allowsATimedWaitAndNoOther() {
        assertThat(isConfirmed("T1 | begin | daypark", Thread.State.TIMED_WAITING)).isTrue();
        assertThat(isConfirmed("T1 | begin | park", Thread.State.TIMED_WAITING)).isFalse();
    }

    @Test
    void isConfirmed_waitForAClassAnotherInitialises_allowsRunnable() {
        String drawing =
                """
                T1 | init A | use B
                T2 | init B | .     | use A
                """;
        assertThat(isConfirmed(drawing, Thread.State.RUNNABLE)).isTrue();
    }

    @Test
    void isConfirmed_notifiedWaiterWhoseMonitorIsFree_isFalse() {
        assertThat(isConfirmed("T1 | enter A | wait A", Thread.State.BLOCKED)).isFalse();
    }

    @Test
    void explain_cycle_namesLinesAndLanesOfTheCycleOnly() {
        Grid grid =
                Grid.of(
                        """
                        T1 | begin   | join T2
                        T2 | enter A | .       | want B
                        T3 | enter B | .       | .      | want A
                        """);
        Finding finding = grid.deadlocks().explain();
        assertThat(finding.lanes()).isEqualTo(List.of(2, 3));
        assertThat(finding.lines()).isEqualTo(List.of(22, 33));
    }

    @Test
    void standing_classesInitialisedCrosswise_isDeadlocked() {
        assertThat(
                        explain(
                                """
                                T1 | init A | use B
                                T2 | init B | .     | use A
                                """))
                .isEqualTo(
                        "T1 waits for class B, which T2 initialises; T2 waits for class A, which T1"
                                + " initialises.");
    }

    @Test
    void standing_monitorOfAClassThatIsInitialised_isAnotherThing() {
        assertThat(
                        standing(
                                """
                                T1 | init A | begin
                                T2 | .      | enter A | use A
                                """))
                .isEqualTo(MOVES);
    }

    @Test
    void standing_readersBothWantToWrite_isDeadlocked() {
        assertThat(
                        standing(
                                """
                                T1 | readlock A | locking A
                                T2 | readlock A | .         | locking A
                                """))
                .isEqualTo(DEADLOCKED);
    }

    @Test
    void standing_readerWantsToWrite_waitsForItself() {
        assertThat(explain("T1 | readlock A | locking A"))
                .isEqualTo("T1 waits for A, which it holds itself.");
    }

    @Test
    void standing_permitsTakenCrosswise_namesWhoHasThem() {
        assertThat(
                        explain(
                                """
                                T1 | acquire A | acquiring B
                                T2 | acquire B | .           | acquiring A
                                """))
                .isEqualTo(
                        "T1 waits for a permit of B, held by T2; T2 waits for a permit of A, held"
                                + " by T1.");
    }

    @Test
    void standing_permitGivenBackByAnother_isHeldByNobody() {
        assertThat(
                        explain(
                                """
                                T1 | acquire A | .         | end!
                                T2 | begin     | release A | acquiring A
                                """))
                .isEqualTo("T2 waits for a permit of A; nobody is left to change that.");
    }

    @Test
    void standing_permitsThatOthersAreToGive_tellsOfAll() {
        assertThat(
                        explain(
                                """
                                T1 | acquire A | acquiring A
                                T2 | begin     | .           | acquiring B
                                """))
                .isEqualTo(
                        "T1 waits for a permit of A, held by itself; T2 waits for a permit of B;"
                                + " nobody is left to change that.");
    }

    @Test
    void standing_permitOfAThreadThatHasEnded_saysSo() {
        assertThat(
                        explain(
                                """
                                T1 | acquire A | end!
                                T2 | begin     | .    | acquiring A
                                """))
                .isEqualTo(
                        "T2 waits for a permit of A, held by T1, which has ended; nobody is left"
                                + " to change that.");
    }

    @Test
    void standing_threadGotOffItsCarrierAfterAWakeUp_moves() {
        assertThat(
                        standing(
                                """
                                V1 | begin | park | .         | pin
                                T2 | begin | .    | unpark V1 | .   | join V1
                                """))
                .isEqualTo(MOVES);
    }

    private static Standing standing(String drawing) {
        return Grid.of(drawing).deadlocks().standing();
    }

    private static boolean isConfirmed(String drawing, Thread.State state) {
        return Grid.of(drawing).whereThreadsAre(_ -> state).deadlocks().isConfirmed();
    }

    private static String explain(String drawing) {
        Grid grid = Grid.of(drawing);
        assertThat(grid.deadlocks().standing()).isEqualTo(DEADLOCKED);
        return grid.deadlocks().explain().message();
    }
}
