package dev.interleave.server.run;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.sandbox.capacity.Permit;
import dev.interleave.sandbox.capacity.Ticket;
import dev.interleave.server.child.Compilers;
import dev.interleave.server.child.RunnerKind;
import dev.interleave.server.child.RunnerProcess;
import dev.interleave.server.child.Runners;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One run's life: wait for a turn, compile, take a runner, follow it to its end. [#run] belongs to
/// one thread; [#stop] may come from any.
final class Run implements RunHandle {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RunRequest request;
    private final RunListener listener;
    private final Ticket ticket;
    private final Compilers compilers;
    private final Runners runners;
    private final RunStore store;
    private final RunClock clock = new RunClock();

    /// Guards the two below: a stop may come before there is something to stop.
    private final Object lock = new Object();

    private boolean isStopped;
    private @Nullable RunWatch watch;

    Run(
            RunRequest request,
            RunListener listener,
            Ticket ticket,
            Compilers compilers,
            Runners runners,
            RunStore store) {
        this.request = request;
        this.listener = listener;
        this.ticket = ticket;
        this.compilers = compilers;
        this.runners = runners;
        this.store = store;
    }

    void run() {
        RunSummary summary;
        try {
            summary = live();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            summary = unstarted(new RunOutcome.Stopped("The run was stopped."), List.of());
        } catch (RuntimeException e) {
            String id = newId().substring(0, 8);
            LOG.error("run {} failed on our side", id, e);
            summary =
                    unstarted(
                            new RunOutcome.RunnerLost("Something broke on our side (" + id + ")."),
                            List.of());
        } finally {
            ticket.close();
        }
        listener.ended(summary);
    }

    private RunSummary live() throws InterruptedException {
        Optional<Permit> turn = ticket.await();
        if (turn.isEmpty()) {
            return unstarted(
                    new RunOutcome.Stopped("The run was stopped before its turn came."), List.of());
        }
        try (Permit _ = turn.get()) {
            clock.admitted();
            listener.compiling();
            Compilers.Result result =
                    compilers.compile(new CompileRequest(request.source(), request.weaving()));
            clock.compiled(result.cpu());
            List<Diagnostic> diagnostics = result.reply().diagnostics();
            listener.compiled(diagnostics);
            return switch (result.reply()) {
                case CompilerReply.Rejected _ -> unstarted(notCompiled(diagnostics), diagnostics);
                case CompilerReply.Compiled compiled -> start(compiled.program(), diagnostics);
            };
        }
    }

    private static RunOutcome notCompiled(List<Diagnostic> diagnostics) {
        long errors =
                diagnostics.stream()
                        .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
                        .count();
        return new RunOutcome.NotCompiled(
                errors == 1
                        ? "The source has an error; nothing ran."
                        : "The source has " + errors + " errors; nothing ran.");
    }

    private RunSummary start(Bytes program, List<Diagnostic> diagnostics) {
        Program compiled;
        try {
            compiled = ProgramCodec.read(program.array());
        } catch (WireException e) {
            LOG.warn("a compiler sent a program that is none: {}", e.getMessage());
            return unstarted(
                    new RunOutcome.RunnerLost("The compiler sent something that is no program."),
                    diagnostics);
        }
        try (RunnerProcess runner = runners.take(RunnerKind.of(request.control().isPresent()))) {
            String id = newId();
            var follower = new RunFollower(request, compiled, listener, clock);
            try (var watching = new RunWatch(runner, request)) {
                synchronized (lock) {
                    if (isStopped) {
                        return unstarted(
                                new RunOutcome.Stopped("The run was stopped."), diagnostics);
                    }
                    watch = watching;
                }
                listener.started(id, request.mode());
                follower.prelude();
                runner.send(
                        new RunnerCommand.StartRun(request.limits(), request.control(), program));
                clock.started();
                RunOutcome outcome = follower.follow(runner, watching);
                clock.ended(runner.cpuTime());
                store.keep(id, follower.trace());
                return follower.summary(id, outcome, diagnostics);
            } catch (IOException e) {
                LOG.info("a runner was gone before it began: {}", e.getMessage());
                return follower.summary(
                        id,
                        new RunOutcome.RunnerLost("The process for this run died before it began."),
                        diagnostics);
            }
        }
    }

    private RunSummary unstarted(RunOutcome outcome, List<Diagnostic> diagnostics) {
        return new RunSummary(
                Optional.empty(),
                outcome,
                diagnostics,
                "",
                false,
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                clock.timing());
    }

    @Override
    public void stop() {
        ticket.close();
        synchronized (lock) {
            isStopped = true;
            if (watch != null) {
                watch.stop(new RunOutcome.Stopped("The run was stopped."));
            }
        }
    }

    private static String newId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
