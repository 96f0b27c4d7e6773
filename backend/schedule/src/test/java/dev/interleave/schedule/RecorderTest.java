package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.Schedule.Turn;
import dev.interleave.model.control.StrategyKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class RecorderTest {
    private static final ToyProgram TWO = ToyProgram.of("main: start A; x=1; x=2", "A: y=1; y=2");

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void turns_replayed_sameStepsAndTurns(StrategyKind kind) {
        var recorder = new Recorder(Strategies.of(kind, 11));
        var program =
                ToyProgram.parallel(
                        "sleep 2; lock a; x=1; unlock a",
                        "lock a; yield; x=2; y=2; unlock a",
                        "await y=2");
        for (int i = 0; i < 150 && recorder.begin(); i++) {
            ToyEngine.Result recorded = ToyEngine.run(program, recorder);
            var replay = new Replay(recorder.turns());
            var again = new Recorder(replay);
            again.begin();
            assertThat(ToyEngine.run(program, again)).isEqualTo(recorded);
            assertThat(replay.divergence()).isEmpty();
            assertThat(again.turns()).isEqualTo(recorder.turns());
            assertThat(again.preemptions()).isEqualTo(recorder.preemptions());
            assertThat(again.decisions()).isEqualTo(recorder.decisions());
        }
    }

    @Test
    void turns_byTheRule_none() {
        Recorder recorder = record(TWO, List.of());
        assertThat(recorder.turns()).isEmpty();
        assertThat(recorder.preemptions()).isZero();
        // Before each of main's last two steps.
        assertThat(recorder.decisions()).isEqualTo(2);
    }

    @Test
    void preemptions_currentCouldGoOn_counts() {
        Recorder recorder = record(TWO, List.of(new Turn(1, 2)));
        assertThat(recorder.turns()).containsExactly(new Turn(1, 2));
        assertThat(recorder.preemptions()).isEqualTo(1);
    }

    @Test
    void preemptions_currentHasEnded_doNotCount() {
        var program = ToyProgram.of("main: start A; start B", "A: x=1", "B: x=2");
        Recorder recorder = record(program, List.of(new Turn(1, 3)));
        assertThat(recorder.turns()).containsExactly(new Turn(1, 3));
        assertThat(recorder.preemptions()).isZero();
    }

    @Test
    void preemptions_currentLetsOthersGoFirst_doNotCount() {
        var program = ToyProgram.of("main: start A; start B; yield; x=1", "A: x=2", "B: x=3");
        Recorder recorder = record(program, List.of(new Turn(2, 3)));
        assertThat(recorder.turns()).containsExactly(new Turn(2, 3));
        assertThat(recorder.preemptions()).isZero();
    }

    @Test
    void replaying_inTurn_onlyWhatIsOutOfTurnCounts() {
        for (List<Turn> turns : List.of(List.<Turn>of(), List.of(new Turn(0, 1)))) {
            var schedule = new Schedule("p", List.of(4), turns, 0);
            Recorder recorder = Recorder.replaying(schedule);
            recorder.begin();
            ToyEngine.run(TWO, recorder);
            assertThat(recorder.schedule("p", List.of(4))).isEqualTo(schedule);
            assertThat(recorder.preemptions()).isZero();
        }
    }

    @Test
    void begin_anotherSchedule_startsAnew() {
        var recorder = new Recorder(new Replay(List.of(new Turn(0, 2))));
        for (int i = 0; i < 2; i++) {
            recorder.begin();
            ToyEngine.run(TWO, recorder);
            assertThat(recorder.turns()).containsExactly(new Turn(0, 2));
            assertThat(recorder.preemptions()).isEqualTo(1);
        }
    }

    private static Recorder record(ToyProgram program, List<Turn> turns) {
        var recorder = new Recorder(new Replay(turns));
        recorder.begin();
        ToyEngine.run(program, recorder);
        return recorder;
    }
}
