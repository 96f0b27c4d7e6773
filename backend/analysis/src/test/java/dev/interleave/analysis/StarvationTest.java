package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class StarvationTest {
    private static final int TIMES = 60;

    private static final String TAKER = again("T1", "lock A | unlock A");

    @Test
    void end_oneWaitsWhileAnotherTakes_starves() {
        assertThat(starving(false, TAKER, "T2 | locking A"))
                .containsExactly(
                        new Finding(
                                FindingKind.STARVATION,
                                "T2 starves: in the last 30,000 steps, in which everybody had a"
                                        + " turn, it waited for A at line 20, and T1 took it 59"
                                        + " times.",
                                List.of(20),
                                List.of(1, 2)));
    }

    @Test
    void end_twoWaitWhileOthersTakeAndOtherSchedulesEnd_isToldOnce() {
        var others = again("T4", "lock A | unlock A");
        assertThat(starving(true, TAKER, "T2 | locking A", "T3 | locking A", others))
                .extracting(Finding::message)
                .containsExactly(
                        "T2 starves, and so does T3: in the last 30,000 steps, in which everybody"
                                + " had a turn, it waited for A at line 20, and T1 took it 59"
                                + " times, T4 59 times. Other schedules end.");
    }

    @Test
    void end_oneWaitsForPermitsThatAnotherTakes_starves() {
        var taker = again("T1", "acquire A | release A");
        assertThat(starving(false, taker, "T2 | acquiring A"))
                .extracting(Finding::message)
                .containsExactly(
                        "T2 starves: in the last 30,000 steps, in which everybody had a turn, it"
                                + " waited for permits of A at line 20, and T1 took some 59"
                                + " times.");
    }

    @Test
    void end_oneTriesInVain_starves() {
        assertThat(starving(false, TAKER, again("T2", "refused A | .")))
                .extracting(Finding::message)
                .containsExactly(
                        "T2 starves: in the last 30,000 steps, in which everybody had a turn, it"
                                + " tried 59 times in vain to get A at line 138, and T1 took it 59"
                                + " times.");
    }

    @Test
    void end_oneTriesInVainAndDoesSomethingElse_mayHaveAnotherWayToWork() {
        var busy = again("T2", "refused A | print");
        assertThat(starving(false, TAKER, busy)).isEmpty();
        assertThat(starving(true, TAKER, busy)).hasSize(1);
    }

    @Test
    void end_twoTryInVainForWhatTheOtherTakes_isALivelock() {
        var one = again("T1 | refused B", "lock A | refused B | unlock A");
        var other = again("T2 | refused A", "lock B | refused A | unlock B");
        assertThat(grid(one, other).cutOff(FindingKind.LIVELOCK, true, true))
                .containsExactly(
                        new Finding(
                                FindingKind.LIVELOCK,
                                "The threads give way to each other, and none gets on: in the last"
                                        + " 30,000 steps, in which everybody had a turn, T1 tried"
                                        + " 60 times in vain to get B at line 189, T2 60 times in"
                                        + " vain to get A at line 199. Other schedules end.",
                                List.of(189, 199),
                                List.of(1, 2)));
        assertThat(starving(true, one, other)).isEmpty();
        assertThat(starving(false, one, other)).isEmpty();
    }

    @Test
    void end_oneWaitsForWhatAnotherHolds_doesNotStarve() {
        var holder = "T1 | lock A | " + "lock A | unlock A | ".repeat(TIMES) + ".";
        assertThat(starving(true, holder, "T2 | . | locking A")).isEmpty();
    }

    @Test
    void end_oneGetsItOnce_doesNotStarve() {
        var other = "T2 | " + "refused A | ".repeat(TIMES) + "trylock A | unlock A";
        assertThat(starving(true, TAKER, other)).isEmpty();
    }

    @Test
    void end_oneWaitsToBeNotified_doesNotStarve() {
        var other = again("T1", "enter A | notify A | exit A");
        assertThat(starving(true, other, "T2 | enter A | wait A")).isEmpty();
    }

    @Test
    void end_othersHaveStoppedTaking_doesNotStarve() {
        assertThat(starving(true, TAKER + " | .".repeat(TIMES), "T2 | locking A")).isEmpty();
    }

    private static List<Finding> starving(boolean doOthersEnd, String... rows) {
        return grid(rows).cutOff(FindingKind.STARVATION, true, doOthersEnd);
    }

    private static Grid grid(String... rows) {
        return Grid.of(String.join("\n", rows));
    }

    private static String again(String lane, String cells) {
        return lane + (" | " + cells).repeat(TIMES);
    }
}
