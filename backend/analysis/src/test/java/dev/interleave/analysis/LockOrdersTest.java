package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class LockOrdersTest {
    @Test
    void end_takenInBothOrders_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A
                                T2 | begin   | .       | .      | .      | enter B | enter A | exit A | exit B
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.LOCK_ORDER_CYCLE,
                                "T2 took A while it held B and T1 took B while it held A; at the"
                                        + " same time they could wait for each other for ever.",
                                List.of(10, 11, 24, 25),
                                List.of(1, 2)));
    }

    @Test
    void end_bothMayBeOrderedByAFlag_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | enter A | enter B | exit B | exit A
                                V2 | begin   | .       | .      | .      | enter B | enter A | exit A | exit B
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_locksAndMonitorsInBothOrders_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | enter B | exit B | unlock A
                                T2 | begin  | .       | .      | .       | enter B | lock A | unlock A | exit B
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_threeInARing_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | lock B | unlock B | unlock A
                                T2 | begin  | .      | lock B   | lock C   | unlock C | unlock B
                                T3 | begin  | .      | .        | .        | .        | lock C | lock A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_outerLockOnlyTried_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | trylock A | lock B | unlock B | unlock A
                                T2 | begin     | .      | .        | .        | lock B | lock A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_readerAndWriterInBothOrders_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | readlock A | lock B | unlock B | readunlock A
                                T2 | begin      | .      | .        | .            | lock B | lock A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_handedOverByALockOnly_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A
                                T2 | begin   | .       | .      | want A | entered A | exit A | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_allByOneLane_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A | enter B | enter A | exit A | exit B
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_underACommonLock_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter C | enter A | enter B | exit B | exit A | exit C
                                T2 | begin   | .       | .       | .      | .      | .      | enter C | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_innerLockOnlyTried_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | trylock B | unlock B | unlock A
                                T2 | begin  | .         | .        | .        | lock B | trylock A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_enteredAgain_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A
                                T2 | begin   | .       | .      | .      | enter A | enter B | enter A | exit A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_readersOnly_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | readlock A | readlock B | readunlock B | readunlock A
                                T2 | begin      | .          | .            | .            | readlock B | readlock A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_startedAfterwards_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A | start T2
                                T2 | .       | .       | .      | .      | .        | begin | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_joinedBefore_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | start T2 | join T2 | .      | .      | .    | joined T2 | enter B | enter A
                                T2 | .       | begin    | enter A | enter B | exit B | end!
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_joinedAfterItHadEnded_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | start T2 | .       | .       | .      | .    | join T2 | joined T2 | enter B | enter A
                                T2 | .       | begin    | enter A | enter B | exit B | end!
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_joinGaveUpBefore_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | join T2 | joined T2 | .       | .       | .      | .      | enter B | enter A
                                T2 | begin | .       | .         | enter A | enter B | exit B | exit A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_oneEndedBeforeTheOtherWasStarted_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | .       | .       | .      | .      | .    | start T3
                                T2 | .     | begin    | enter A | enter B | exit B | exit A | end!
                                T3 | .     | .        | .       | .       | .      | .      | .    | .     | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_latchBetween_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A         | do countDown C
                                T2 | begin   | .       | .      | call await C | . | back await C | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_signalledBetween_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A | enter C  | notify C | exit C
                                T2 | begin   | enter C | wait C | .      | .        | .        | .      | waited C | exit C | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_taskAfterItsTask_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A | submit D C
                                P2 | begin   | .       | .      | .      | .          | task D | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_resultOfTheTaskWaitedFor_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | .       | call get D | .      | .      | .      | back get D | enter B | enter A
                                P2 | task D  | enter A | enter B    | exit B | exit A | done D
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_unparkedBetween_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A | unpark T2
                                T2 | begin   | .       | park   | .      | .      | parked | enter B | enter A
                                """)
                        .ended(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }

    @Test
    void end_reallyDeadlocked_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | exit B | exit A | .       | .       | .      | .      | enter A | .       | want B
                                T2 | begin   | .       | .      | .      | enter B | enter A | exit A | exit B | .       | enter B | .      | want A
                                """)
                        .stood(FindingKind.LOCK_ORDER_CYCLE);
        assertThat(found).isEmpty();
    }
}
