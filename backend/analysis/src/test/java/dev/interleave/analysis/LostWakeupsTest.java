package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class LostWakeupsTest {
    @Test
    void end_notifiedBeforeItWaited_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | .        | .      | enter A | wait A
                                T2 | enter A | notify A | exit A | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.LOST_WAKEUP,
                                "T1 waits to be notified on A, but T2 did that before, when nobody"
                                        + " waited.",
                                List.of(14, 21),
                                List.of(1, 2)));
    }

    @Test
    void end_hadLookedBeforeItWaited_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | .        | .      | enter A | wait A
                                T2 | enter A | notify A | exit A | end!
                                """)
                        .withWaitsThatLooked()
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).isEmpty();
    }

    @Test
    void end_signalledBeforeItAwaited_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | condition A B | .        | .        | lock A | await B
                                T2 | lock A        | signal B | unlock A | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_notifiedWhileItStoodAtTheMonitor_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | want A   | .      | entered A | wait A
                                T2 | enter A | notify A | exit A | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_nobodyEverNotified_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | .        | .      | enter A | wait A
                                T2 | enter A | .        | exit A | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).isEmpty();
    }

    @Test
    void end_theNotificationCameWhileItWaited_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | wait A | .       | .        | .      | waited A | wait A
                                T2 | begin   | .      | enter A | notify A | exit A | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).isEmpty();
    }

    @Test
    void end_somebodyWasInsideSince_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | .        | .      | enter A | exit A | enter A | wait A
                                T2 | enter A | notify A | exit A | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).isEmpty();
    }

    @Test
    void end_notifiedByTheWaiterItself_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | enter A | notify A | exit A | enter A | wait A
                                T2 | begin   | end!
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).isEmpty();
    }

    @Test
    void end_programGoesOn_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | .        | .      | enter A | wait A
                                T2 | enter A | notify A | exit A | sleep
                                """)
                        .stood(FindingKind.LOST_WAKEUP);
        assertThat(found).isEmpty();
    }
}
