package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class BlockedPoolsTest {
    @Test
    void end_taskWaitsForATaskBehindIt_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C B | .      | call get C
                                P2 | begin | .          | task C | submit D B | call get D
                                """)
                        .stood(FindingKind.BLOCKED_POOL);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.BLOCKED_POOL,
                                "All threads of B wait for tasks of the same pool (P2), so no task"
                                        + " that still waits for one of them can begin.",
                                List.of(24),
                                List.of(2)));
    }

    @Test
    void end_allWaitAtALatchThatAWaitingTaskWouldOpen_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C B | submit D B | submit E B | call awaitTermination B
                                P2 | begin | .          | task C     | call take A
                                P3 | begin | .          | .          | task D     | call take A
                                """)
                        .stood(FindingKind.BLOCKED_POOL);
        assertThat(found).hasSize(1);
    }

    @Test
    void look_taskWaitsForATaskBehindItWhileOthersGoOn_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C B | .      | .          | sleep
                                P2 | begin | .          | task C | submit D B | call get D
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.BLOCKED_POOL,
                                "All threads of B wait for tasks of the same pool (P2), so no task"
                                        + " that still waits for one of them can begin.",
                                List.of(24),
                                List.of(2)));
    }

    @Test
    void accept_allOfAForkJoinPoolSleep_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C F | submit D F | .     | .
                                P2 | begin | .          | task C     | sleep | .    | .    | slept
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.BLOCKED_POOL,
                                "All threads of F sleep or wait (P2), so no task that still waits"
                                        + " for one of them can begin.",
                                List.of(23),
                                List.of(2)));
    }

    @Test
    void look_waitsForSomebodyOutsideThatGoesOn_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C B | submit D B | sleep
                                P2 | begin | .          | task C     | call take A
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }

    @Test
    void end_noTaskWaits_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C B | .      | call get C
                                P2 | begin | .          | task C | call take A
                                """)
                        .stood(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }

    @Test
    void end_lockedCrosswiseInThePool_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin   | submit C B | submit D B | submit E B | call get C
                                P2 | begin   | .          | task C     | lock A     | .      | locking G
                                P3 | begin   | .          | .          | task D     | lock G | .         | locking A
                                """)
                        .stood(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_aThreadOfTheForkJoinPoolIsIdle_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin                | submit C F | submit D F | .     | .
                                P2 | begin                | .          | task C     | sleep | .    | .    | slept
                                P3 | call awaitWork F
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_aNewThreadIsAboutToBegin_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C F | submit D F | .     | .
                                P2 | begin | .          | task C     | sleep | .    | .    | .      | slept
                                P3 | .     | .          | .          | .     | .    | .    | begin  | task D | print
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_forkJoinTaskSleepsForAShortTime_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C F | submit D F | .     | .
                                P2 | begin | .          | task C     | sleep | slept
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_threadsOfAnotherPoolSleep_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                T1 | begin | submit C B | submit D B | .     | .
                                P2 | begin | .          | task C     | sleep | .    | .    | slept
                                """)
                        .later(FindingKind.BLOCKED_POOL);
        assertThat(found).isEmpty();
    }
}
