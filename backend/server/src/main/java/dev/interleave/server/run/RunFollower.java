package dev.interleave.server.run;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.program.Program;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.server.child.RunnerProcess;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows what a runner says, checks it, keeps it and passes it on, until the runner is gone.
/// Confined to the run's thread.
final class RunFollower {
    private static final int MAX_FINDINGS = 100;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_ACCESSES = 2;
    private static final int MAX_HELD = 100;
    private static final int MAX_CALLS = 16;

    private final RunLimits limits;
    private final Program program;
    private final RunListener listener;
    private final RunClock clock;
    private final TraceCheck check;
    private final SearchFollower search;
    private final Trace trace = new Trace();
    private final List<Finding> findings = new ArrayList<>();

    RunFollower(RunRequest request, Program program, RunListener listener, RunClock clock) {
        this.limits = request.limits();
        this.program = program;
        this.listener = listener;
        this.clock = clock;
        this.check = new TraceCheck(limits, program.sites().size(), program.variables().size());
        this.search = new SearchFollower(request.control(), listener);
    }

    /// Begins the trace with what the server itself knows.
    void prelude() {
        trace.add(TraceFrames.fileHeader(System.currentTimeMillis()));
        pass(TraceFrames.sites(program.sites()));
        pass(TraceFrames.operations());
        if (!program.variables().isEmpty()) {
            pass(TraceFrames.variables(program.variables()));
        }
    }

    /// Follows the runner to its end and says how the run ended.
    RunOutcome follow(RunnerProcess runner, RunWatch watch) {
        try {
            for (Optional<RunnerReport> next = runner.next();
                    next.isPresent();
                    next = runner.next()) {
                switch (next.get()) {
                    case RunnerReport.Traced(Frame frame) -> {
                        check.accept(frame);
                        clock.traced();
                        pass(frame);
                    }
                    case RunnerReport.Found(Finding finding) -> found(finding);
                    case RunnerReport.Ended(RunOutcome outcome) -> {
                        return outcome(outcome, watch);
                    }
                    case RunnerReport.Searching searching -> search.accept(searching);
                    case RunnerReport.Searched searched -> search.accept(searched);
                    case RunnerReport.Scheduled scheduled -> search.accept(scheduled);
                    case RunnerReport.Ready _ ->
                            throw new WireException("a runner is ready only once");
                }
            }
        } catch (WireException e) {
            runner.kill();
            return new RunOutcome.RunnerLost(
                    "The process for this run sent what it should not: " + e.getMessage() + ".");
        } catch (IOException e) {
            // The pipe ended inside a frame: as good as gone.
        }
        return gone(runner, watch);
    }

    private void pass(Frame frame) {
        byte[] bytes = frame.toBytes();
        trace.add(bytes);
        listener.traced(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    private void found(Finding finding) {
        boolean isPlausible =
                findings.size() < MAX_FINDINGS
                        && finding.message().length() <= MAX_TEXT
                        && finding.lanes().stream()
                                .allMatch(lane -> lane >= 1 && lane <= check.laneCount())
                        && finding.lines().stream().allMatch(line -> line >= 1)
                        && finding.advice().length() <= MAX_TEXT
                        && finding.accesses().size() <= MAX_ACCESSES
                        && finding.accesses().stream().allMatch(this::isPlausible);
        if (!isPlausible) {
            throw new WireException("a runner sent a finding that can't be");
        }
        findings.add(finding);
        listener.found(finding);
    }

    private boolean isPlausible(Finding.Access access) {
        return access.lane() >= 1
                && access.lane() <= check.laneCount()
                && access.line() >= 0
                && access.value().length() <= MAX_TEXT
                && access.holds().size() <= MAX_HELD
                && access.holds().stream().allMatch(held -> held.length() <= MAX_TEXT)
                && access.stack().size() <= MAX_CALLS
                && access.stack().stream()
                        .allMatch(call -> call.line() >= 1 && call.method().length() <= MAX_TEXT);
    }

    /// What the runner says of the end, unless it was asked to stop for a reason it can't know.
    private static RunOutcome outcome(RunOutcome told, RunWatch watch) {
        if (told.text().length() > MAX_TEXT || told instanceof RunOutcome.NotCompiled) {
            throw new WireException("a runner sent an outcome that can't be");
        }
        RunOutcome reason = watch.reason();
        return told instanceof RunOutcome.Stopped && reason != null ? reason : told;
    }

    /// How a run ended whose runner did not say so.
    private RunOutcome gone(RunnerProcess runner, RunWatch watch) {
        RunOutcome reason = watch.reason();
        if (reason != null) {
            return reason;
        }
        int status = runner.exitCode().orElse(-1);
        String words = runner.lastWords();
        if (status == 128 + 24 || status == 128 + 9) {
            return new RunOutcome.OverLimit(
                    Limit.CPU,
                    "The program used too much processor time: the limit is "
                            + limits.cpuMillis()
                            + " ms.");
        }
        if (words.contains("insufficient memory")
                || words.contains("Native memory allocation")
                || words.contains("unable to allocate")) {
            return new RunOutcome.OverLimit(
                    Limit.NATIVE_MEMORY, "The program ran out of memory outside the Java heap.");
        }
        return new RunOutcome.RunnerLost("The process for this run died (status " + status + ").");
    }

    /// Everything that was passed on.
    Trace trace() {
        return trace;
    }

    /// The run, seen from its end.
    RunSummary summary(String id, RunOutcome outcome, List<Diagnostic> diagnostics) {
        boolean isTruncated =
                outcome instanceof RunOutcome.OverLimit over && over.limit() == Limit.OUTPUT;
        return new RunSummary(
                Optional.of(id),
                outcome,
                diagnostics,
                check.output(),
                isTruncated,
                check.lanes(),
                findings,
                check.events(),
                search.schedule(),
                search.summary(),
                clock.timing());
    }
}
