package dev.interleave.runner;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Verdict;
import dev.interleave.schedule.Minimiser;
import dev.interleave.schedule.Recorder;
import dev.interleave.schedule.Replay;
import dev.interleave.schedule.Strategies;
import dev.interleave.schedule.Strategy;
import dev.interleave.schedule.TraceClasses;
import dev.interleave.schedule.Trial;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Runs schedule after schedule until one fails, nothing new is left, or it is told to stop; then
/// looks for the shortest one that fails in the same way. On the carrier.
final class Search {
    /// How many schedules are run first to see which variables threads share.
    private static final int SCOUTS = 8;

    /// Each so many'th schedule is run twice, to see whether it goes the same way.
    private static final int CHECKED = 64;

    /// And the one that fails so many times.
    private static final int CONFIRMED = 3;

    /// How often the program is run to make a failing schedule simpler.
    private static final int MAX_TRIALS = 2_000;

    /// More than this is as good as without end.
    private static final long MAX_REMAINING = 1L << 52;

    private final Engine engine;
    private final Supplier<Thread> main;
    private final Control control;
    private final BooleanSupplier isOver;
    private final TraceClasses classes = new TraceClasses();
    private final long began = System.nanoTime();
    private volatile SearchSummary summary = new SearchSummary(0, 0, 0, false, 0, 0, -1, 0, "");
    private long schedules;
    private long mismatches;
    private long failing;
    private long firstFailure;
    private boolean isExhausted;
    private int preemptions;
    private int decisions;
    private List<Schedule.Turn> turns = List.of();
    private @Nullable Verdict failed;
    private @Nullable Cut cut;
    private int longest;

    /// The first schedule that was cut off.
    private record Cut(
            Verdict verdict, long schedule, List<Schedule.Turn> turns, int preemptions) {}

    /// @param main makes the main thread of a schedule
    /// @param isOver whether to stop with what was found
    Search(Engine engine, Supplier<Thread> main, Control control, BooleanSupplier isOver) {
        this.engine = engine;
        this.main = main;
        this.control = control;
        this.isOver = isOver;
    }

    /// How far it is. From any thread.
    SearchSummary summary() {
        return summary;
    }

    /// The turns of the schedule to report: the failing one, or the one that was repeated, else one
    /// without preemptions.
    List<Schedule.Turn> turns() {
        return turns;
    }

    /// How many schedules went another way when they were run again.
    long mismatches() {
        return mismatches;
    }

    /// How many steps the longest schedule had that came to its end; 0 when none did.
    int longest() {
        return longest;
    }

    void run() {
        scout();
        Recorder recorder = fresh();
        while (failed == null && schedules < control.maxSchedules() && !isOver.getAsBoolean()) {
            if (engine.grow()) {
                recorder = fresh();
            }
            if (!recorder.begin()) {
                isExhausted = recorder.isExhausted() && !engine.isBounded();
                break;
            }
            one(recorder);
            tell(recorder);
        }
        Verdict failure = failed;
        if (failure != null) {
            refine(failure);
            minimise(failure);
            confirm();
        } else {
            turns = List.of(); // the plainest one
            preemptions = 0;
            reportCut();
        }
        tell(recorder);
    }

    /// Runs one schedule again and again; those that go another way than the first are mismatches.
    void repeat(List<Schedule.Turn> repeated) {
        turns = repeated;
        var recorder = new Recorder(new Replay(repeated));
        long first = 0;
        while (schedules < control.maxSchedules() && !isOver.getAsBoolean()) {
            recorder.begin();
            Verdict verdict = engine.run(main, recorder);
            schedules++;
            failing += verdict.isFailure() ? 1 : 0;
            if (schedules == 1) {
                first = verdict.hash();
                firstFailure = failing;
                preemptions = recorder.preemptions();
            } else if (verdict.hash() != first || verdict.isFailure() != (firstFailure == 1)) {
                mismatches++;
            }
            tell(recorder);
        }
        tell(recorder);
    }

    private Recorder fresh() {
        return recorded(Strategies.of(control.strategy(), control.seed()));
    }

    private Recorder recorded(Strategy strategy) {
        return new Recorder(new CountedClasses(strategy, classes));
    }

    /// A few schedules that only look, so that what is chosen from later does not change.
    private void scout() {
        int scouts = control.strategy() == StrategyKind.DPOR ? 1 : SCOUTS; // it finds all itself
        for (int i = 0; i < scouts && failed == null && !isOver.getAsBoolean(); i++) {
            engine.grow();
            var recorder =
                    recorded(
                            i == 0
                                    ? new Replay(List.of())
                                    : Strategies.of(StrategyKind.RANDOM, control.seed() + i));
            recorder.begin();
            one(recorder);
        }
    }

    private void one(Recorder recorder) {
        Verdict verdict = engine.run(main, recorder);
        recorder.ended(verdict.isComplete());
        schedules++;
        turns = recorder.turns();
        preemptions = recorder.preemptions();
        decisions = recorder.decisions();
        if (verdict.kind() == Verdict.Kind.CUT && cut == null) {
            cut = new Cut(verdict, schedules, turns, preemptions);
        } else if (verdict.kind() == Verdict.Kind.PASSED) {
            longest = Math.max(longest, engine.steps());
        }
        if (verdict.isFailure()) {
            failed = verdict;
            failing = 1;
            firstFailure = schedules;
        } else if (schedules % CHECKED == 1) {
            check(verdict.hash());
        }
    }

    private void check(long hash) {
        var replay = new Replay(turns);
        replay.begin();
        if (engine.run(main, replay).hash() != hash) {
            mismatches++;
        }
    }

    /// When nothing went wrong but that a schedule was cut off, and all that ended did so long
    /// before: reports that one, which is not just long.
    private void reportCut() {
        Cut found = cut;
        if (found != null && longest > 0 && engine.isFarLonger(longest)) {
            turns = found.turns;
            preemptions = found.preemptions;
            failed = found.verdict;
            failing = 1;
            firstFailure = found.schedule;
        }
    }

    /// Makes choices of what turned out to be shared in the schedule that failed, where it fails in
    /// the same way then: who steps through it is to see all that matters.
    private void refine(Verdict original) {
        var before = (BitSet) engine.shared().clone();
        if (!engine.grow()) {
            return;
        }
        Optional<Trial.Failure> refined =
                retry(new Schedule(control.program(), List.of(), turns), original);
        if (refined.isPresent()) {
            turns = refined.get().schedule().turns();
            preemptions = refined.get().preemptions();
            decisions = refined.get().decisions();
        } else {
            engine.shared().clear();
            engine.shared().or(before);
        }
    }

    /// Looks for the simplest schedule that fails in the same way.
    private void minimise(Verdict original) {
        var first =
                new Trial.Failure(
                        new Schedule(control.program(), List.of(), turns), preemptions, decisions);
        Trial.Failure best =
                Minimiser.minimise(first, MAX_TRIALS, candidate -> retry(candidate, original));
        turns = best.schedule().turns();
        preemptions = best.preemptions();
    }

    private void confirm() {
        var replay = new Replay(turns);
        replay.begin();
        long hash = engine.run(main, replay).hash();
        for (int i = 1; i < CONFIRMED; i++) {
            check(hash);
        }
    }

    private Optional<Trial.Failure> retry(Schedule candidate, Verdict original) {
        if (isOver.getAsBoolean()) {
            return Optional.empty();
        }
        var recorder = new Recorder(new Replay(candidate.turns()));
        recorder.begin();
        Verdict verdict = engine.run(main, recorder);
        boolean isSame = verdict.kind() == original.kind() && verdict.key().equals(original.key());
        return isSame
                ? Optional.of(
                        new Trial.Failure(
                                new Schedule(
                                        control.program(), candidate.shared(), recorder.turns()),
                                recorder.preemptions(),
                                recorder.decisions()))
                : Optional.empty();
    }

    private void tell(Strategy strategy) {
        summary =
                new SearchSummary(
                        schedules,
                        Math.min(schedules, classes.count()),
                        failing,
                        isExhausted,
                        firstFailure,
                        preemptions,
                        isExhausted ? 0 : Math.min(strategy.remaining(), MAX_REMAINING),
                        (System.nanoTime() - began) / 1_000_000,
                        strategy.name());
    }
}
