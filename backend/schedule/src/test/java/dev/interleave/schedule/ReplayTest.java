package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.Schedule.Turn;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReplayTest {
    private static final ToyProgram TWO = ToyProgram.of("main: start A; x=1; x=2", "A: y=1; y=2");

    @Test
    void choose_noTurns_goesByTheRule() {
        assertThat(movers(TWO, List.of())).isEqualTo("11122");
    }

    @Test
    void choose_turn_movesThatThreadAndGoesOnWithIt() {
        assertThat(movers(TWO, List.of(new Turn(1, 2)))).isEqualTo("11221");
    }

    @Test
    void choose_yield_letsTheOthersGo() {
        var program =
                ToyProgram.of("main: start A; start B; yield; x=1", "A: x=2; yield; x=4", "B: x=3");
        assertThat(movers(program, List.of())).isEqualTo("11122312");
    }

    @Test
    void choose_allWait_takeTurnsWithTheClock() {
        var program =
                ToyProgram.of(
                        "main: start A; start B; await x=1", "A: await x=1", "B: sleep 1; x=1");
        assertThat(movers(program, List.of())).isEqualTo("111230312");
    }

    @Test
    void choose_inTurn_oneStepEachWithTheClock() {
        var program =
                ToyProgram.of("main: start A; start B; x=1; x=2", "A: y=1; y=2", "B: sleep 1; z=1");
        var replay = new Replay(new Schedule("", List.of(), List.of(new Turn(1, 2)), 2));
        replay.begin();
        assertThat(movers(ToyEngine.run(program, replay))).isEqualTo("112301231");
    }

    @Test
    void choose_turnWhileInTurn_isTaken() {
        var replay = new Replay(new Schedule("", List.of(), List.of(new Turn(0, 2)), 0));
        replay.begin();
        assertThat(movers(ToyEngine.run(TWO, replay))).isEqualTo("12121");
    }

    @Test
    void divergence_threadCannotMove_saysSoAndTakesTheOthers() {
        var replay = new Replay(List.of(new Turn(0, 7), new Turn(1, 2)));
        replay.begin();
        assertThat(movers(ToyEngine.run(TWO, replay))).isEqualTo("11221");
        assertThat(replay.divergence()).contains("at decision 0 thread 7 should move; it can't");
    }

    @Test
    void divergence_endsBeforeAllTurns_saysSo() {
        var replay = new Replay(List.of(new Turn(5, 2), new Turn(6, 1)));
        replay.begin();
        ToyEngine.run(TWO, replay);
        assertThat(replay.divergence())
                .contains(
                        "the schedule has 2 more turns, from decision 5 on; the program ended after"
                                + " 2 decisions");
    }

    @Test
    void begin_again_forgetsTheDivergence() {
        var replay = new Replay(List.of(new Turn(5, 2)));
        replay.begin();
        ToyEngine.run(TWO, replay);
        replay.begin();
        assertThat(replay.divergence()).isEmpty();
    }

    @Test
    void begin_nonPreemptive_onlyOnce() {
        var strategy = new NonPreemptive();
        assertThat(strategy.remaining()).isEqualTo(1);
        assertThat(strategy.begin()).isTrue();
        assertThat(movers(ToyEngine.run(TWO, strategy))).isEqualTo("11122");
        assertThat(strategy.remaining()).isZero();
        assertThat(strategy.begin()).isFalse();
    }

    private static String movers(ToyProgram program, List<Turn> turns) {
        var replay = new Replay(turns);
        replay.begin();
        ToyEngine.Result result = ToyEngine.run(program, replay);
        assertThat(replay.divergence()).isEmpty();
        return movers(result);
    }

    private static String movers(ToyEngine.Result result) {
        var movers = new StringBuilder();
        for (String step : result.steps()) {
            movers.append(step.startsWith("clock") ? '0' : step.charAt(0));
        }
        return movers.toString();
    }
}
