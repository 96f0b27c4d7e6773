package dev.interleave.runner;

import dev.interleave.analysis.Analysis;
import dev.interleave.analysis.CutOff;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.model.control.Extent;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.Moment;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.probe.Recording;

import java.io.IOException;
import java.util.List;

/// Looks after a controlled run: tells how far a search is, ends it in time, and notices when a
/// thread of the program never comes to a point where it could be left.
final class ControlWatch implements Watch {
    private static final long NEWS_NANOS = 100_000_000;

    private static final int BATCH_MOMENTS = 200;

    /// How long nothing has to happen before a step is taken for one without end.
    private static final long STEP_NANOS = 4_000_000_000L;

    /// How long the reported schedule may take after a search has used all of its time.
    private static final long GRACE_NANOS = 4_000_000_000L;

    private final ControlledRun run;
    private final RunLimits limits;
    private final Ending ending;
    private long lastNews;
    private long lastHeartbeat = -1;
    private long lastChange;
    private boolean hasStood;

    ControlWatch(ControlledRun run, RunLimits limits, Ending ending) {
        this.run = run;
        this.limits = limits;
        this.ending = ending;
    }

    @Override
    public long time(long recordNanos) {
        return run.virtualNanos(recordNanos);
    }

    @Override
    public RaceEvidence races() {
        return run.races();
    }

    @Override
    public void heed(boolean isStopAsked, ReportStream reports) throws IOException {
        long now = Recording.nanos();
        long wall = limits.wallMillis() * 1_000_000L;
        if (isStopAsked || now > wall) {
            run.end();
        }
        if (isStopAsked && run.search() == null) {
            ending.request(new RunOutcome.Stopped("The run was stopped."));
        }
        watchSteps(now);
        if (now > wall + GRACE_NANOS) {
            ending.timesOut(limits);
        }
        Search search = run.search();
        if (search != null && now - lastNews > NEWS_NANOS) {
            lastNews = now;
            reports.write(new RunnerReport.Searching(search.summary()).toFrame());
            reports.flush();
        }
    }

    private void watchSteps(long now) {
        long heartbeat = run.heartbeat();
        if (heartbeat != lastHeartbeat) {
            lastHeartbeat = heartbeat;
            lastChange = now;
        } else if (now - lastChange > STEP_NANOS && heartbeat > 0 && !ending.isStanding()) {
            ending.request(new RunOutcome.TimedOut(run.stuckThread()));
        }
    }

    @Override
    public void look(Analysis analysis, long lastEventNanos) {
        if (ending.isStanding()) {
            if (hasStood) {
                ending.deadlocked(analysis);
            }
            hasStood = true; // the last records may have come after they were drained: once more
        }
    }

    /// All at the end, in an order that does not depend on when they were noticed.
    @Override
    public boolean tellsAtOnce() {
        return false;
    }

    /// Locks taken in orders that could deadlock can't where no interleaving does.
    @Override
    public boolean isRefuted(Finding finding) {
        Search search = run.search();
        return finding.kind() == FindingKind.LOCK_ORDER_CYCLE
                && search != null
                && search.summary().extent() == Extent.ALL
                && search.summary().failing() == 0;
    }

    /// Of a schedule that was cut off, where its threads were, too.
    @Override
    public RunOutcome inFull(RunOutcome outcome, Analysis analysis) {
        CutOff cutOff = run.cutOff();
        return cutOff != null && outcome instanceof RunOutcome.TimedOut
                ? new RunOutcome.TimedOut(cutOff.text() + ": " + analysis.cutOff(cutOff))
                : outcome;
    }

    /// Who could have moved when, how the search went, and which schedule is reported.
    @Override
    public void finish(ReportStream reports) throws IOException {
        List<Moment> moments = run.takeMoments();
        for (int from = 0; from < moments.size(); from += BATCH_MOMENTS) {
            int to = Math.min(moments.size(), from + BATCH_MOMENTS);
            reports.write(TraceFrames.moments(moments.subList(from, to)));
        }
        Search search = run.search();
        if (search != null) {
            reports.write(new RunnerReport.Searched(search.summary()).toFrame());
        }
        String schedule = run.scheduleText();
        if (schedule != null) {
            reports.write(new RunnerReport.Scheduled(schedule).toFrame());
        }
    }
}
