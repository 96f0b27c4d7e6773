package dev.interleave.runner;

import dev.interleave.analysis.CutOff;
import dev.interleave.analysis.races.Race;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.model.control.Control;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.program.Program;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.probe.Recording;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Length;
import dev.interleave.runner.control.Verdict;
import dev.interleave.runner.control.Witness;
import dev.interleave.schedule.Replay;
import dev.interleave.schedule.Strategies;
import dev.interleave.schedule.Strategy;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Queue;

/// The schedule of a controlled run that is shown: it runs unrecorded, to see how it will go, and
/// then once more. On the carrier.
final class ScheduleReport {
    /// So many schedules tell whether others end than the one that was asked for.
    private static final int OTHERS = 8;

    private final Engine engine;
    private final Control control;
    private final Schedule schedule;
    private final @Nullable Search search;
    private Length length = Length.SEARCHED;
    private List<Race> races = List.of();
    private boolean doOthersEnd;
    private @Nullable CutOff cutOff;

    /// @param search what looked at others before, or null
    ScheduleReport(Engine engine, Control control, Schedule schedule, @Nullable Search search) {
        this.engine = engine;
        this.control = control;
        this.schedule = schedule;
        this.search = search;
    }

    /// Runs it unrecorded: which places race, how much of it is worth showing, and what is to be
    /// said of one without an end.
    void foresee() {
        engine.share(schedule.shared());
        Verdict verdict = engine.replay(schedule, Length.SEARCHED);
        races = List.copyOf(engine.races());
        if (verdict.kind() == Verdict.Kind.CUT && verdict.isFailure()) {
            length = Length.TO_RACE;
        } else if (!verdict.hasEnd() && hasEnd()) {
            length = Length.WHOLE;
        } else if (!verdict.hasEnd()) {
            doOthersEnd = search == null ? isAnyFarShorter() : search.doOthersEnd();
        }
    }

    private boolean hasEnd() {
        boolean isKnown = search != null && search.isEndless();
        return !isKnown && engine.replay(schedule, Length.WHOLE).hasEnd();
    }

    private boolean isAnyFarShorter() {
        for (int i = 0; i < OTHERS; i++) {
            Strategy scout = Strategies.scout(control.seed(), i);
            scout.begin();
            Verdict verdict = engine.run(scout, Length.SEARCHED);
            if (verdict.kind() == Verdict.Kind.PASSED) {
                return Length.SEARCHED.isFarLonger(engine.steps());
            }
        }
        return false;
    }

    /// Runs it recorded.
    ///
    /// @param evidence what is seen of the races goes there
    /// @param findings what is wrong with the schedule itself goes there
    /// @return how it ended, or null when it stands and the records say why
    @Nullable RunOutcome record(Program program, RaceEvidence evidence, Queue<Finding> findings) {
        Recording.step(0);
        var replay = new Replay(schedule);
        replay.begin();
        var witness = new Witness(program, races, evidence, engine::virtualNanos);
        Verdict verdict = engine.record(replay, length, witness);
        replay.ended(verdict.isComplete());
        replay.divergence()
                .map(text -> "The schedule could not be followed: " + text + ".")
                .map(ScheduleReport::uncontrolled)
                .ifPresent(findings::add);
        if (search != null && search.mismatches() > 0) {
            findings.add(
                    uncontrolled(
                            "A schedule that was run again went another way: the program depends on"
                                    + " something that is not controlled."));
        }
        return outcome(verdict);
    }

    private static Finding uncontrolled(String text) {
        return new Finding(FindingKind.UNCONTROLLED, text, List.of(), List.of());
    }

    private @Nullable RunOutcome outcome(Verdict verdict) {
        return switch (verdict.kind()) {
            case DEADLOCKED -> null;
            case LIVELOCKED -> cut(false);
            case CUT ->
                    length.endsAfterRace()
                            ? new RunOutcome.TimedOut(
                                    "The schedule is too long; it is shown until shortly after the"
                                            + " race.")
                            : cut(true);
            case STUCK ->
                    new RunOutcome.TimedOut(
                            "A thread waits in native code, where it can't be left.");
            case PASSED, THREW, RACED -> LiveRun.endOf(verdict.thrown());
        };
    }

    private RunOutcome cut(boolean hasChanged) {
        int fairSteps = engine.steps() - engine.unfairSteps();
        long most = (engine.steps() - fairSteps / 4 * 3) * Recording.STEP_NANOS;
        long lastPart = (engine.steps() - fairSteps / 4) * Recording.STEP_NANOS;
        var cut =
                new CutOff(
                        engine.steps(),
                        fairSteps,
                        engine.virtualNanos(most),
                        engine.virtualNanos(lastPart),
                        hasChanged,
                        doOthersEnd);
        cutOff = cut;
        return new RunOutcome.TimedOut(cut.text() + ".");
    }

    /// How it stood when it was cut off, once recorded; null when it was not.
    @Nullable CutOff cutOff() {
        return cutOff;
    }
}
