package dev.interleave.runner;

import dev.interleave.model.control.Schedule;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Length;
import dev.interleave.runner.control.Verdict;
import dev.interleave.schedule.Minimiser;
import dev.interleave.schedule.Recorder;
import dev.interleave.schedule.Replay;
import dev.interleave.schedule.Trial;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Looks for the simplest schedule that fails in the same way as one that was found. On the
/// carrier.
final class Simplifier {
    /// How often the program is run for it.
    private static final int MAX_TRIALS = 2_000;

    private final Engine engine;
    private final Supplier<Thread> main;
    private final Verdict original;
    private final BooleanSupplier isOver;

    /// @param main makes the main thread of a schedule
    /// @param original how the schedule that was found fails
    /// @param isOver whether to stop with what was found
    Simplifier(Engine engine, Supplier<Thread> main, Verdict original, BooleanSupplier isOver) {
        this.engine = engine;
        this.main = main;
        this.original = original;
        this.isOver = isOver;
    }

    /// The simplest one found, `found` itself when there is none.
    Trial.Failure simplify(Trial.Failure found) {
        return Minimiser.minimise(refine(found), MAX_TRIALS, this::retry);
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
        var recorder = new Recorder(new Replay(candidate.turns()));
        recorder.begin();
        Verdict verdict = engine.run(main, recorder, Length.SEARCHED);
        return verdict.kind() == original.kind() && verdict.key().equals(original.key())
                ? Optional.of(failure(engine, candidate.program(), recorder))
                : Optional.empty();
    }

    /// What a recorder took down of a schedule that failed.
    static Trial.Failure failure(Engine engine, String program, Recorder recorder) {
        return new Trial.Failure(
                new Schedule(program, engine.shared(), recorder.turns()),
                recorder.preemptions(),
                recorder.decisions());
    }
}
