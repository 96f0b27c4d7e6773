package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class EndlessLoopsTest {
    private static final String LOOPS =
            """
            T1 | start T2 | look 0 X | .       | look 0 X | look 0 X
            T2 | begin    | .        | put 1 X | .        | put 1 X
            T3 | enter A  | wait A   | .       | .        | .
            """;

    @Test
    void end_nothingChanges_isALivelockWithLanesAndLines() {
        assertThat(Grid.of(LOOPS).cutOff(FindingKind.LIVELOCK, false, false))
                .containsExactly(
                        new Finding(
                                FindingKind.LIVELOCK,
                                "The threads go on and on, and nothing changes any more: T1 at line"
                                        + " 10, T2 at line 20, T3 waits at line 31.",
                                List.of(10, 20),
                                List.of(1, 2, 3)));
    }

    @Test
    void end_somethingChanges_isNoLivelock() {
        assertThat(Grid.of(LOOPS).cutOff(FindingKind.LIVELOCK, true, true)).isEmpty();
    }

    @Test
    void end_somethingChangesAndOthersEnd_isEndless() {
        assertThat(Grid.of(LOOPS).cutOff(FindingKind.ENDLESS, true, true))
                .extracting(Finding::message)
                .containsExactly(
                        "No end after 50,000 steps, in the last 40,000 of which everybody had a"
                                + " turn: T1 at line 10, T2 at line 20, T3 waits at line 31. Other"
                                + " schedules end in less than a quarter of that.");
    }

    @Test
    void end_sameChangesAgainAndAgainAndOthersEnd_isALivelock() {
        String same =
                """
                T1 | start T2 | CELLS
                T2 | begin    | .
                """
                        .replace("CELLS", "put 1 X | put 2 X | ".repeat(20) + "put 1 X");
        assertThat(Grid.of(same).cutOff(FindingKind.LIVELOCK, true, true))
                .extracting(Finding::message)
                .containsExactly(
                        "In the last 30,000 steps, in which everybody had a turn, the threads did"
                                + " the same again and again: T1 at line 10, T2 waits at line 20."
                                + " Other schedules end.");
        assertThat(Grid.of(same).cutOff(FindingKind.ENDLESS, true, true)).isEmpty();
        assertThat(Grid.of(same).cutOff(FindingKind.LIVELOCK, true, false)).isEmpty();
    }

    @Test
    void end_somethingChangesAndNoneEnds_mayJustBeLong() {
        assertThat(Grid.of(LOOPS).cutOff(FindingKind.ENDLESS, true, false)).isEmpty();
    }

    @Test
    void end_notCutOff_tellsNothing() {
        assertThat(Grid.of(LOOPS).ended(FindingKind.ENDLESS)).isEmpty();
    }
}
