package dev.interleave.runner;

import dev.interleave.analysis.CutOff;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.Moment;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.probe.Recording;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// Looks after a controlled run from the drain's thread: tells how far a search is, ends it in
/// time, and notices when a thread of the program never comes to a point where it could be left.
final class ControlWatch {
    private static final long NEWS_NANOS = 100_000_000;

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

    ControlWatch(ControlledRun run, RunLimits limits, Ending ending) {
        this.run = run;
        this.limits = limits;
        this.ending = ending;
    }

    /// To be called every few milliseconds.
    void watch(boolean isStopAsked, ReportStream reports) throws IOException {
        long now = Recording.nanos();
        long wall = limits.wallMillis() * 1_000_000L;
        if (isStopAsked || now > wall) {
            run.end();
        }
        if (isStopAsked && run.search() == null) {
            ending.request(new RunOutcome.Stopped("The run was stopped."));
        }
        long heartbeat = run.heartbeat();
        if (heartbeat != lastHeartbeat) {
            lastHeartbeat = heartbeat;
            lastChange = now;
        } else if (now - lastChange > STEP_NANOS && heartbeat > 0 && !ending.isStanding()) {
            ending.request(
                    new RunOutcome.TimedOut(
                            "A thread runs on and on without doing anything that others can see"
                                    + run.where()
                                    + "."));
        }
        if (now > wall + GRACE_NANOS) {
            ending.request(
                    new RunOutcome.TimedOut(
                            "The program ran for too long: the limit is "
                                    + limits.wallMillis()
                                    + " ms."));
        }
        Search search = run.search();
        if (search != null && now - lastNews > NEWS_NANOS) {
            lastNews = now;
            reports.write(new RunnerReport.Searching(search.summary()).toFrame());
            reports.flush();
        }
    }

    /// Whether a search has seen all interleavings, and none failed.
    boolean hasSeenAllPass() {
        Search search = run.search();
        return search != null && search.summary().isExhausted() && search.summary().failing() == 0;
    }

    /// How the schedule stood when it was cut off, or null.
    @Nullable CutOff cutOff() {
        return run.cutOff();
    }

    /// Who could have moved when, as far as that was not taken yet.
    List<Moment> takeMoments() {
        return run.takeMoments();
    }

    /// Says how the search went and which schedule is reported.
    void finish(ReportStream reports) throws IOException {
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
