package dev.interleave.runner;

import dev.interleave.analysis.Analysis;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.RunOutcome;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// What the drain leaves to the kind of run: when it is over, and what is told when. For the
/// drain's thread.
interface Watch {
    /// The time that counts in what is found, by the time that a record bears, in nanoseconds.
    long time(long recordNanos);

    /// What is seen of data races, or null where nobody looks for them.
    @Nullable RaceEvidence races();

    /// Ends the run when somebody asks for that or its time is up. To be called every few
    /// milliseconds.
    void heed(boolean isStopAsked, ReportStream reports) throws IOException;

    /// Ends the run when nothing can happen any more. To be called when nothing was drained.
    ///
    /// @param lastEventNanos when anything last was
    void look(Analysis analysis, long lastEventNanos);

    /// Whether what is found is told at once, not at the end.
    boolean tellsAtOnce();

    /// Whether it is known that a finding can't be true.
    boolean isRefuted(Finding finding);

    /// How the run ended, with what only the analysis knows of it.
    RunOutcome inFull(RunOutcome outcome, Analysis analysis);

    /// Sends what is still to be told before the outcome.
    void finish(ReportStream reports) throws IOException;
}
