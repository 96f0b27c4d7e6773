package dev.interleave.runner;

import dev.interleave.analysis.Analysis;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.probe.Recording;

import org.jspecify.annotations.Nullable;

/// Looks after a live run: its threads end it, unless they stand still.
final class LiveWatch implements Watch {
    /// How long nothing must have happened before a stand is believed to be one. A thread that has
    /// been woken is known to be (see [Analysis]); this covers what wakes a thread unseen.
    private static final long STANDSTILL_NANOS = 150_000_000;

    private final RunLimits limits;
    private final Ending ending;

    LiveWatch(RunLimits limits, Ending ending) {
        this.limits = limits;
        this.ending = ending;
    }

    @Override
    public long time(long recordNanos) {
        return recordNanos;
    }

    @Override
    public @Nullable RaceEvidence races() {
        return null;
    }

    @Override
    public void heed(boolean isStopAsked, ReportStream reports) {
        if (isStopAsked) {
            ending.request(new RunOutcome.Stopped("The run was stopped."));
        } else if (Recording.nanos() > limits.wallMillis() * 1_000_000L) {
            ending.timesOut(limits);
        }
    }

    @Override
    public void look(Analysis analysis, long lastEventNanos) {
        if (Recording.nanos() - lastEventNanos < STANDSTILL_NANOS) {
            return;
        }
        switch (analysis.standing()) {
            case MOVES -> {}
            case ONLY_IDLE_POOLS ->
                    ending.request(
                            new RunOutcome.Completed(
                                    "The program is done, but pool threads still wait for work:"
                                            + " nobody called shutdown() or close()."));
            case DEADLOCKED -> {
                if (analysis.isStandstillConfirmed()) {
                    ending.deadlocked(analysis);
                }
            }
        }
    }

    @Override
    public boolean tellsAtOnce() {
        return true;
    }

    @Override
    public boolean isRefuted(Finding finding) {
        return false;
    }

    @Override
    public RunOutcome inFull(RunOutcome outcome, Analysis analysis) {
        return outcome;
    }

    @Override
    public void finish(ReportStream reports) {
        // All is told.
    }
}
