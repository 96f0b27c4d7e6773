package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class LocksHeldWhileWaitingTest {
    @Test
    void accept_sleepsWithAMonitorThatAnotherWants_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | sleep | .      | slept
                                T2 | begin   | .     | want A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.LOCK_HELD_WHILE_WAITING,
                                "T1 sleeps while it holds A, and T2 can't go on without that.",
                                List.of(11, 22),
                                List.of(1, 2)));
    }

    @Test
    void accept_waitsForAnElementWithALock_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A  | call take B | .         | back take B
                                T2 | begin   | .           | locking A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).hasSize(1);
    }

    @Test
    void accept_waitsOnAnotherMonitor_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | enter B | wait B | .      | waited B
                                T2 | begin   | .       | .      | want A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).hasSize(1);
    }

    @Test
    void accept_joinsWithAReadLockThatAWriterWants_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | readlock A | join T3   | .         | joined T3
                                T2 | begin      | locking A
                                T3 | begin      | .         | end!
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_stillSleepsWithALock_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | sleep
                                T2 | begin  | .     | locking A
                                """)
                        .stopped(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).hasSize(1);
    }

    @Test
    void accept_waitsOnTheMonitorItself_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | wait A  | .      | .      | waited A
                                T2 | begin   | enter A | exit A
                                T3 | begin   | .       | .      | want A | entered A | exit A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_awaitsAConditionOfTheLock_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | condition A B | lock A | await B | .      | .        | awaited B
                                T2 | begin         | .      | .       | lock A | unlock A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_nobodyWantsTheLock_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | sleep | .       | slept
                                T2 | begin  | .     | lock B  | unlock B
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_waitsForAnotherLock_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | locking B | .         | .        | locked B
                                T2 | lock B | .         | .         | unlock B
                                T3 | begin  | .         | locking A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_readersDoNotKeepReadersOut_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | readlock A | sleep | .         | slept
                                T2 | begin      | .     | reading A
                                """)
                        .later(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).isEmpty();
    }

    @Test
    void end_allIsDeadlocked_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | call take B
                                T2 | begin  | .           | locking A
                                """)
                        .stood(FindingKind.LOCK_HELD_WHILE_WAITING);
        assertThat(found).isEmpty();
    }
}
