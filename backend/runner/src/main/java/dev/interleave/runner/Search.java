package dev.interleave.runner;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Verdict;
import dev.interleave.schedule.Recorder;
import dev.interleave.schedule.Replay;
import dev.interleave.schedule.Strategies;
import dev.interleave.schedule.Strategy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Runs schedule after schedule until one fails, nothing new is left, or it is told to stop; then
/// looks for the shortest one that fails in the same way. On the carrier.
final class Search {
    /// How many schedules are run first to see which variables threads share.
    private static final int SCOUTS = 8;

    /// Each so many'th schedule is run twice, to see whether it goes the same way.
    private static final int CHECKED = 64;

    private final Engine engine;
    private final Supplier<Thread> mains;
    private final Control control;
    private final BooleanSupplier isOver;
    private final long began = System.nanoTime();
    private volatile SearchSummary summary = new SearchSummary(0, 0, 0, false, 0, 0, -1, 0, "");
    private long schedules;
    private long mismatches;
    private long firstFailure;
    private boolean isExhausted;
    private int preemptions;
    private List<Schedule.Turn> turns = List.of();
    private @Nullable Verdict failed;

    /// @param mains makes the main thread of a schedule
    /// @param isOver whether to stop with what was found
    Search(Engine engine, Supplier<Thread> mains, Control control, BooleanSupplier isOver) {
        this.engine = engine;
        this.mains = mains;
        this.control = control;
        this.isOver = isOver;
    }

    /// How far it is. From any thread.
    SearchSummary summary() {
        return summary;
    }

    /// The turns of the schedule to report: the failing one, else the last one.
    List<Schedule.Turn> turns() {
        return turns;
    }

    /// How the failing schedule ended, or null.
    @Nullable Verdict failed() {
        return failed;
    }

    /// How many schedules went another way when they were run again.
    long mismatches() {
        return mismatches;
    }

    void run() {
        scout();
        Recorder recorder = fresh();
        while (failed == null && schedules < control.maxSchedules() && !isOver.getAsBoolean()) {
            if (engine.grow()) {
                recorder = fresh();
            }
            if (!recorder.begin()) {
                isExhausted = true;
                break;
            }
            one(recorder);
            tell(recorder);
        }
        if (failed != null) {
            minimise();
        }
        tell(recorder);
    }

    private Recorder fresh() {
        return new Recorder(Strategies.of(control.strategy(), control.seed()));
    }

    /// A few schedules that only look, so that what is chosen from later does not change.
    private void scout() {
        for (int i = 0; i < SCOUTS && failed == null && !isOver.getAsBoolean(); i++) {
            engine.grow();
            var recorder =
                    new Recorder(
                            i == 0
                                    ? new Replay(List.of())
                                    : Strategies.of(StrategyKind.RANDOM, control.seed() + i));
            recorder.begin();
            one(recorder);
        }
    }

    private void one(Recorder recorder) {
        Verdict verdict = engine.run(mains.get(), recorder, false);
        recorder.ended(verdict.isComplete());
        schedules++;
        turns = recorder.turns();
        preemptions = recorder.preemptions();
        if (verdict.isFailure()) {
            failed = verdict;
            firstFailure = schedules;
        } else if (schedules % CHECKED == 0) {
            check(verdict);
        }
    }

    private void check(Verdict verdict) {
        var replay = new Replay(turns);
        replay.begin();
        if (engine.run(mains.get(), replay, false).hash() != verdict.hash()) {
            mismatches++;
        }
    }

    /// Leaves turns out, as long as it still fails in the same way.
    private void minimise() {
        int size = Math.max(1, turns.size() / 2);
        while (size >= 1 && !isOver.getAsBoolean()) {
            boolean isShorter = false;
            for (int from = 0; from < turns.size() && !isOver.getAsBoolean(); ) {
                var fewer = new ArrayList<>(turns);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                if (stillFails(fewer)) {
                    isShorter = true;
                } else {
                    from += size;
                }
            }
            if (!isShorter) {
                size = size == 1 ? 0 : size / 2;
            }
        }
    }

    private boolean stillFails(List<Schedule.Turn> candidate) {
        var recorder = new Recorder(new Replay(candidate));
        recorder.begin();
        Verdict verdict = engine.run(mains.get(), recorder, false);
        Verdict original = failed;
        boolean isSame =
                original != null
                        && verdict.kind() == original.kind()
                        && verdict.key().equals(original.key())
                        && recorder.turns().size() < turns.size();
        if (isSame) {
            turns = recorder.turns();
            preemptions = recorder.preemptions();
        }
        return isSame;
    }

    private void tell(Strategy strategy) {
        summary =
                new SearchSummary(
                        schedules,
                        0,
                        failed == null ? 0 : 1,
                        isExhausted,
                        firstFailure,
                        preemptions,
                        isExhausted ? 0 : strategy.remaining(),
                        (System.nanoTime() - began) / 1_000_000,
                        strategy.name());
    }
}
