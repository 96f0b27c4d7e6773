package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class UnjoinedThreadsTest {
    @Test
    void end_wentOnAfterItsStarter_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | end!
                                T2 | .     | begin    | .    | print | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.UNJOINED_THREAD,
                                "T2 went on after T1, which started it, had ended; nobody waited"
                                        + " for its end.",
                                List.of(11),
                                List.of(2)));
    }

    @Test
    void end_virtualThreadCutOff_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start V2 | end!
                                V2 | .     | begin    | sleep
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_twoStartedAtTwoLines_areBothTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin    | .        | .     | end!
                                T2 | start T3 | start T4 | end!
                                T3 | .        | begin    | .     | print | end!
                                T4 | .        | .        | begin | print | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).hasSize(2);
    }

    @Test
    void end_sleptBeyondItsStarter_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | .     | end!
                                T2 | .     | begin    | sleep | .    | slept | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_joined_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | join T2 | .     | .    | joined T2 | end!
                                T2 | .     | begin    | .       | print | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).isEmpty();
    }

    @Test
    void end_joinedByAnother_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | start P3 | end!
                                T2 | .     | begin    | .        | .       | print | end!
                                P3 | .     | .        | begin    | join T2 | .     | .    | joined T2 | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).isEmpty();
    }

    @Test
    void end_toldSomebodyBeforeItEnded_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | end!
                                T2 | .     | begin    | .    | print | do countDown A | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).isEmpty();
    }

    @Test
    void end_threadOfAPool_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start P2 | end!
                                P2 | .     | begin    | .    | print | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).isEmpty();
    }

    @Test
    void end_onlyEndedAfterItsStarter_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start T2 | .     | end!
                                T2 | .     | begin    | print | .    | end!
                                """)
                        .ended(FindingKind.UNJOINED_THREAD);
        assertThat(found).isEmpty();
    }

    @Test
    void end_virtualThreadCutOffByAStop_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | start V2 | sleep
                                V2 | .     | begin    | sleep
                                """)
                        .stopped(FindingKind.UNJOINED_THREAD);
        assertThat(found).isEmpty();
    }
}
