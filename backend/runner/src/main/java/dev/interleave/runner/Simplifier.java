package dev.interleave.runner;

import dev.interleave.model.control.Schedule;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Length;
import dev.interleave.runner.control.Verdict;
import dev.interleave.schedule.Minimiser;
import dev.interleave.schedule.Recorder;
import dev.interleave.schedule.Trial;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Looks for the simplest schedule that fails in the same way as one that was found. On the
/// carrier.
final class Simplifier {
    /// How often the program is run for it.
    private static final int MAX_TRIALS = 2_000;

    /// The same where it is long each time.
    private static final int MAX_LONG_TRIALS = 100;

    /// So many turns are simple enough.
    private static final int FEW_TURNS = 8;

    /// Beyond this not every decision is tried as the one from which on everybody moves in turn.
    private static final int MOST_TRIED_SINGLY = 8;

    private final Engine engine;
    private final Verdict original;
    private final BooleanSupplier isOver;

    /// @param original how the schedule that was found fails
    /// @param isOver whether to stop with what was found
    Simplifier(Engine engine, Verdict original, BooleanSupplier isOver) {
        this.engine = engine;
        this.original = original;
        this.isOver = isOver;
    }

    /// The simplest one found, `found` itself when there is none.
    Trial.Failure simplify(Trial.Failure found) {
        Trial.Failure refined = refine(found);
        if (!isEndless()) {
            return Minimiser.minimise(refined, MAX_TRIALS, this::retry);
        }
        Trial.Failure simpler = Minimiser.minimise(refined, MAX_LONG_TRIALS, this::retry);
        return simpler.schedule().turns().size() <= FEW_TURNS
                ? simpler
                : inTurn(simpler)
                        .map(each -> Minimiser.minimise(each, MAX_LONG_TRIALS, this::retry))
                        .orElse(simpler);
    }

    private boolean isEndless() {
        return original.kind() == Verdict.Kind.LIVELOCKED
                || (original.kind() == Verdict.Kind.CUT && !original.isFailure());
    }

    /// Lets everybody move in turn from as early on as the schedule has no end then either: mostly
    /// that takes many turns because threads only go on and on while they keep step.
    private Optional<Trial.Failure> inTurn(Trial.Failure found) {
        int from = 0;
        while (from < found.decisions()) {
            Optional<Trial.Failure> simpler = retry(found.schedule().inTurn(from));
            if (simpler.isPresent()) {
                return simpler;
            }
            from += Math.max(1, from / MOST_TRIED_SINGLY);
        }
        return Optional.empty();
    }

    /// Makes choices of what turned out to be shared in the schedule, where it fails in the same
    /// way then: who steps through it is to see all that matters.
    private Trial.Failure refine(Trial.Failure found) {
        if (!engine.grow()) {
            return found;
        }
        Optional<Trial.Failure> refined = retry(found.schedule());
        if (refined.isEmpty()) {
            engine.share(found.schedule().shared());
        }
        return refined.orElse(found);
    }

    private Optional<Trial.Failure> retry(Schedule candidate) {
        if (isOver.getAsBoolean()) {
            return Optional.empty();
        }
        var recorder = Recorder.replaying(candidate);
        recorder.begin();
        Verdict verdict = engine.run(recorder, Length.SEARCHED);
        return verdict.kind() == original.kind() && verdict.key().equals(original.key())
                ? Optional.of(failure(engine, candidate.program(), recorder))
                : Optional.empty();
    }

    /// What a recorder took down of a schedule that failed.
    static Trial.Failure failure(Engine engine, String program, Recorder recorder) {
        return new Trial.Failure(
                recorder.schedule(program, engine.shared()),
                recorder.preemptions(),
                recorder.decisions());
    }
}
