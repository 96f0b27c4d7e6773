package dev.interleave.server.run;

import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.ThreadState;

import java.util.List;
import java.util.Optional;

/// A run that is over.
///
/// @param id its id; empty for one that never started
/// @param outcome how it ended
/// @param diagnostics what the compiler said
/// @param output what it printed, on both streams
/// @param isOutputTruncated whether it printed more than that
/// @param lanes its threads, in the order they were started
/// @param findings what is wrong with it
/// @param events how many trace records it made
/// @param schedule the text of the schedule that it followed; empty for a live run
/// @param search how the search came out, or how far it had come; empty without one
/// @param timing where the time went
public record RunSummary(
        Optional<String> id,
        RunOutcome outcome,
        List<Diagnostic> diagnostics,
        String output,
        boolean isOutputTruncated,
        List<LaneSummary> lanes,
        List<Finding> findings,
        long events,
        Optional<String> schedule,
        Optional<SearchSummary> search,
        Timing timing) {
    /// Copies the lists.
    public RunSummary {
        diagnostics = List.copyOf(diagnostics);
        lanes = List.copyOf(lanes);
        findings = List.copyOf(findings);
    }

    /// One thread, seen from the end.
    ///
    /// @param id its lane
    /// @param name its name
    /// @param kind what kind of thread
    /// @param endState what it was doing when the run ended
    public record LaneSummary(int id, String name, LaneKind kind, ThreadState endState) {}

    /// Milliseconds, each counted from the end of the one before, but for the last three.
    ///
    /// @param queueMillis waiting for a turn
    /// @param compileMillis compiling
    /// @param startMillis getting a runner and handing it the program
    /// @param firstEventMillis from the request to the first event
    /// @param runMillis from the start of the program to its end
    /// @param cpuMillis processor time, of compiler and runner
    public record Timing(
            long queueMillis,
            long compileMillis,
            long startMillis,
            long firstEventMillis,
            long runMillis,
            long cpuMillis) {}
}
