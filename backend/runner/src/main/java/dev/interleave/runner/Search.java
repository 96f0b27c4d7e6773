package dev.interleave.runner;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Extent;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Length;
import dev.interleave.runner.control.Verdict;
import dev.interleave.schedule.Recorder;
import dev.interleave.schedule.Strategies;
import dev.interleave.schedule.Strategy;
import dev.interleave.schedule.TraceClasses;
import dev.interleave.schedule.Trial;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Runs schedule after schedule until one fails, nothing new is left, or it is told to stop, and
/// looks for the simplest one that fails in the same way. On the carrier.
final class Search {
    /// How many schedules are run first to see which variables threads share.
    private static final int SCOUTS = 8;

    /// Each so many'th schedule is run twice, to see whether it goes the same way.
    private static final int CHECKED = 64;

    /// And the one that fails so many times.
    private static final int CONFIRMED = 3;

    /// So many more are run after one that has no end: they may fail in a plainer way.
    private static final int AFTER_CUT = 256;

    /// More than this is as good as without end.
    private static final long MAX_REMAINING = 1L << 52;

    private final Engine engine;
    private final Control control;
    private final BooleanSupplier isOver;
    private final TraceClasses classes = new TraceClasses();
    private final long began = System.nanoTime();
    private volatile SearchSummary summary =
            new SearchSummary(0, 0, 0, Extent.PART, 0, 0, false, -1, 0, "");
    private List<Integer> chosen = List.of();
    private long schedules;
    private long mismatches;
    private long failing;
    private long firstFailure;
    private Extent extent = Extent.PART;
    private Trial.@Nullable Failure shown;
    private @Nullable Cut cut;
    private boolean isEndless;
    private int longest;

    /// The first schedule that was cut off.
    private record Cut(long number, Verdict verdict, Trial.Failure how) {}

    /// @param isOver whether to stop with what was found
    Search(Engine engine, Control control, BooleanSupplier isOver) {
        this.engine = engine;
        this.control = control;
        this.isOver = isOver;
    }

    /// How far it is. From any thread.
    SearchSummary summary() {
        return summary;
    }

    /// The schedule to report: one that fails, else the one without preemptions.
    Schedule schedule() {
        Trial.Failure known = shown;
        return known == null
                ? new Schedule(control.program(), engine.shared(), List.of())
                : known.schedule();
    }

    /// How many schedules went another way when they were run again.
    long mismatches() {
        return mismatches;
    }

    /// Whether the schedule to report was seen to have no end.
    boolean isEndless() {
        return isEndless;
    }

    /// Whether schedules were seen to end that were far shorter than one that is cut off.
    boolean doOthersEnd() {
        return longest > 0 && Length.SEARCHED.isFarLonger(longest);
    }

    void run() {
        scout();
        Recorder recorder = fresh();
        while (isToGoOn() && schedules < control.maxSchedules() && !isOver.getAsBoolean()) {
            engine.grow();
            if (!engine.shared().equals(chosen)) {
                recorder = fresh();
            }
            if (!recorder.begin()) {
                extent = recorder.isExhausted() ? engine.extent() : Extent.PART;
                break;
            }
            one(recorder);
            if (shown == null && cut != null && schedules == cut.number + AFTER_CUT) {
                reportCut();
            }
            tell(recorder);
        }
        if (shown == null) {
            reportCut();
        }
        tell(recorder);
    }

    private boolean isToGoOn() {
        return shown == null || control.countsAll();
    }

    /// Runs one schedule again and again; those that go another way than the first are mismatches.
    void repeat(Schedule repeated) {
        var recorder = Recorder.replaying(repeated);
        long first = 0;
        while (schedules < control.maxSchedules() && !isOver.getAsBoolean()) {
            recorder.begin();
            Verdict verdict = engine.run(recorder, Length.SEARCHED);
            schedules++;
            failing += verdict.isFailure() ? 1 : 0;
            if (schedules == 1) {
                first = verdict.hash();
                firstFailure = failing;
                shown = new Trial.Failure(repeated, recorder.preemptions(), recorder.decisions());
            } else if (verdict.hash() != first || verdict.isFailure() != (firstFailure == 1)) {
                mismatches++;
            }
            tell(recorder);
        }
        tell(recorder);
    }

    /// A strategy that begins anew, as what it may choose from has changed.
    private Recorder fresh() {
        chosen = engine.shared();
        return recorded(Strategies.of(control.strategy(), control.seed()));
    }

    private Recorder recorded(Strategy strategy) {
        return new Recorder(new CountedClasses(strategy, classes));
    }

    /// A few schedules that only look, so that what is chosen from later does not change.
    private void scout() {
        int scouts = control.strategy() == StrategyKind.DPOR ? 1 : SCOUTS; // it finds all itself
        for (int i = 0; i < scouts && isToGoOn() && !isOver.getAsBoolean(); i++) {
            engine.grow();
            Recorder recorder = recorded(Strategies.scout(control.seed(), i));
            recorder.begin();
            one(recorder);
        }
    }

    private void one(Recorder recorder) {
        Verdict verdict = engine.run(recorder, Length.SEARCHED);
        recorder.ended(verdict.isComplete());
        schedules++;
        if (verdict.kind() == Verdict.Kind.PASSED) {
            longest = Math.max(longest, engine.steps());
        }
        if (!verdict.hasEnd() && cut == null) {
            Trial.Failure how = Simplifier.failure(engine, control.program(), recorder);
            cut = new Cut(schedules, verdict, how);
        }
        if (verdict.isFailure()) {
            failed(verdict, recorder);
        } else if (schedules % CHECKED == 1) {
            check(recorder.schedule(control.program(), engine.shared()), verdict.hash());
        }
    }

    private void failed(Verdict verdict, Recorder recorder) {
        if (shown == null) {
            Trial.Failure how = Simplifier.failure(engine, control.program(), recorder);
            isEndless = verdict.kind() == Verdict.Kind.LIVELOCKED && !hasEnd(how.schedule());
            if (verdict.kind() == Verdict.Kind.LIVELOCKED && !isEndless) {
                return;
            }
            firstFailure = schedules;
            Trial.Failure simplest = new Simplifier(engine, verdict, isOver).simplify(how);
            shown = simplest;
            confirm(simplest.schedule());
        }
        failing++;
    }

    private void confirm(Schedule schedule) {
        long hash = engine.replay(schedule, Length.SEARCHED).hash();
        for (int i = 1; i < CONFIRMED; i++) {
            check(schedule, hash);
        }
    }

    private void check(Schedule schedule, long hash) {
        if (engine.replay(schedule, Length.SEARCHED).hash() != hash) {
            mismatches++;
        }
    }

    /// Whether a schedule that was cut off is but a long one.
    private boolean hasEnd(Schedule schedule) {
        engine.share(schedule.shared());
        return engine.replay(schedule, Length.WHOLE).hasEnd();
    }

    /// When nothing went wrong but that a schedule was cut off, and all that ended did so long
    /// before: reports that one, unless it is but long.
    private void reportCut() {
        Cut found = cut;
        if (found == null || !doOthersEnd()) {
            return;
        }
        engine.share(found.how.schedule().shared());
        Trial.Failure simplest = new Simplifier(engine, found.verdict, isOver).simplify(found.how);
        if (!hasEnd(simplest.schedule())) {
            reportEndless(simplest, found.number);
        } else if (!hasEnd(found.how.schedule())) {
            reportEndless(found.how, found.number);
        } else {
            cut = null; // the next one may have none
        }
    }

    private void reportEndless(Trial.Failure how, long number) {
        shown = how;
        isEndless = true;
        failing = 1;
        firstFailure = number;
    }

    private void tell(Strategy strategy) {
        Trial.Failure known = shown;
        summary =
                new SearchSummary(
                        schedules,
                        Math.min(schedules, classes.count()),
                        failing,
                        extent,
                        firstFailure,
                        known == null ? 0 : known.preemptions(),
                        known != null && known.schedule().inTurnFrom() != Schedule.NEVER,
                        extent == Extent.ALL ? 0 : Math.min(strategy.remaining(), MAX_REMAINING),
                        (System.nanoTime() - began) / 1_000_000,
                        strategy.name());
    }
}
