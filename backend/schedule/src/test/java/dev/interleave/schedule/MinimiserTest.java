package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.StrategyKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class MinimiserTest {
    private int trials;

    @Test
    void minimise_locksInBothOrders_onePreemption() {
        for (int seed = 0; seed < 20; seed++) {
            Trial.Failure least = minimise(Toys.AB_BA, StrategyKind.RANDOM, seed, 1_000);
            assertThat(least.preemptions()).isEqualTo(1);
            assertThat(least.schedule().turns()).hasSize(1);
        }
    }

    @Test
    void minimise_lostUpdate_onePreemption() {
        for (int seed = 0; seed < 20; seed++) {
            Trial.Failure least = minimise(Toys.LOST_UPDATE, StrategyKind.RANDOM, seed, 1_000);
            assertThat(least.preemptions()).isEqualTo(1);
            assertThat(least.schedule().turns()).hasSize(1);
        }
    }

    @Test
    void minimise_manySteps_stillOnePreemption() {
        var program =
                ToyProgram.of(
                        "main: start A; start B; join A; join B; fail x=1",
                        "A: " + "y+=1; ".repeat(100) + "r=x; x=r+1",
                        "B: " + "z+=1; ".repeat(100) + "r=x; x=r+1");
        Trial.Failure least = minimise(program, StrategyKind.RANDOM, 1, 2_000);
        assertThat(least.preemptions()).isEqualTo(1);
        assertThat(least.schedule().turns()).hasSize(1);
    }

    @Test
    void minimise_failsAlways_noTurns() {
        var program = ToyProgram.of("main: start A; start B; x=1; fail x=1", "A: y=1", "B: y=2");
        assertThat(minimise(program, StrategyKind.RANDOM, 1, 100).schedule().turns()).isEmpty();
    }

    @Test
    void minimise_fewTrials_stops() {
        minimise(Toys.AB_BA, StrategyKind.RANDOM, 3, 4);
        assertThat(trials).isEqualTo(4);
    }

    @Test
    void minimise_neverFailsAgain_keepsWhatItHas() {
        var schedule = new Schedule("p", List.of(3), List.of(new Schedule.Turn(2, 1)));
        var failure = new Trial.Failure(schedule, 1, 9);
        assertThat(Minimiser.minimise(failure, 100, _ -> Optional.empty())).isSameAs(failure);
    }

    @Test
    void minimise_candidates_keepProgramAndShared() {
        var schedule = new Schedule("p", List.of(3), List.of(new Schedule.Turn(2, 1)));
        Minimiser.minimise(
                new Trial.Failure(schedule, 1, 9),
                100,
                candidate -> {
                    assertThat(candidate.program()).isEqualTo("p");
                    assertThat(candidate.shared()).containsExactly(3);
                    return Optional.empty();
                });
    }

    private Trial.Failure minimise(ToyProgram program, StrategyKind kind, long seed, int max) {
        var recorder = new Recorder(Strategies.of(kind, seed));
        assertThat(Toys.firstFailure(program, recorder, 1_000)).isLessThan(1_001);
        Trial.Failure least =
                Minimiser.minimise(failure(recorder), max, candidate -> run(program, candidate));
        assertThat(run(program, least.schedule())).contains(least);
        trials--;
        return least;
    }

    private Optional<Trial.Failure> run(ToyProgram program, Schedule candidate) {
        trials++;
        var recorder = Recorder.replaying(candidate);
        recorder.begin();
        ToyEngine.Result result = ToyEngine.run(program, recorder);
        return result.hasFailed() || result.isDeadlock()
                ? Optional.of(failure(recorder))
                : Optional.empty();
    }

    private static Trial.Failure failure(Recorder recorder) {
        return new Trial.Failure(
                new Schedule("toy", List.of(), recorder.turns()),
                recorder.preemptions(),
                recorder.decisions());
    }
}
