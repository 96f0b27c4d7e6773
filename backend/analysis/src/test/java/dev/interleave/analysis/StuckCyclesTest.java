package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class StuckCyclesTest {
    @Test
    void look_twoMonitorsCrossedWhileMainGoesOn_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | .       | want B
                                T2 | .       | enter B | .      | want A
                                T3 | begin   | .       | .      | .      | print
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.DEADLOCK,
                                "T1 waits for B, held by T2; T2 waits for A, held by T1.",
                                List.of(12, 23),
                                List.of(1, 2)));
    }

    @Test
    void look_lockAndMonitorCrossedWhileMainSleeps_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | .       | locking B
                                T2 | .       | lock B  | .      | want A
                                T3 | begin   | sleep
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).hasSize(1);
    }

    @Test
    void look_classesInitialisedCrosswise_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | init A  | .       | use B
                                T2 | .       | init B  | .      | use A
                                T3 | begin
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).hasSize(1);
    }

    @Test
    void look_writerNeedsTwoReadersAndOneNeedsWhatItHolds_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | readlock A | .       | want B
                                T2 | readlock A | sleep
                                T3 | .          | enter B | .      | locking A
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.DEADLOCK,
                                "T1 waits for B, held by T3; T3 waits for A, held by T1.",
                                List.of(12, 33),
                                List.of(1, 3)));
    }

    @Test
    void look_joinsInACycle_isToldOnlyAtTheEnd() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | join T2
                                T2 | begin | join T1
                                T3 | begin | sleep
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).isEmpty();
    }

    @Test
    void end_joinsInACycle_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | join T2
                                T2 | begin | join T1
                                T3 | begin | sleep
                                """)
                        .stopped(FindingKind.DEADLOCK);
        assertThat(found).hasSize(1);
    }

    @Test
    void look_interruptibleLocksCrossed_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | .      | interruptibly B
                                T2 | .      | lock B | .               | interruptibly A
                                T3 | begin  | sleep
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).isEmpty();
    }

    @Test
    void look_chainBehindOneThatSleeps_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | .       | want B
                                T2 | .       | enter B | .      | want C
                                T3 | enter C | sleep
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).isEmpty();
    }

    @Test
    void look_timedTryInTheCycle_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | .      | trying B
                                T2 | .      | lock B | .        | locking A
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).isEmpty();
    }

    @Test
    void look_lockGivenUpByALaneThatWasNotSeenToTakeIt_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | lock A | .      | locking B
                                T2 | .      | lock B | .         | .        | locking A
                                T3 | begin  | .      | .         | unlock A | print
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).isEmpty();
    }

    @Test
    void look_readersOnly_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | readlock A | .          | reading B
                                T2 | .          | readlock B | .         | reading A
                                T3 | begin      | sleep
                                """)
                        .later(FindingKind.DEADLOCK);
        assertThat(found).isEmpty();
    }
}
