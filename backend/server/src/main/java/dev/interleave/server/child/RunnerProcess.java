package dev.interleave.server.child;

import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.sandbox.ConfinedProcess;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// One booted runner: it runs one program and is gone. [#next] is for one thread, all else for any.
public final class RunnerProcess implements AutoCloseable {
    /// The longest frame a runner may send: a batch of records, or what was printed in one go.
    private static final int MAX_FRAME_BYTES = 1 << 20;

    private final ConfinedProcess process;
    private final Stderr stderr;
    private final FrameReader reports;

    private RunnerProcess(ConfinedProcess process) {
        this.process = process;
        this.stderr = Stderr.of(process.stderr());
        this.reports =
                new FrameReader(
                        new BufferedInputStream(process.fromChild(), 1 << 18), MAX_FRAME_BYTES);
    }

    /// Waits until the runner is ready. One that is not ready in time, or says something else, is
    /// closed and an [IOException].
    static RunnerProcess boot(ConfinedProcess process, Duration patience) throws IOException {
        var runner = new RunnerProcess(process);
        try (var _ = Deadline.after(patience, process::kill)) {
            if (runner.next().orElse(null) instanceof RunnerReport.Ready ready
                    && ready.protocol() == RunnerReport.PROTOCOL) {
                return runner;
            }
        } catch (IOException | WireException e) {
            runner.close();
            throw new IOException("the runner did not come up: " + runner.stderr.text(), e);
        }
        runner.close();
        throw new IOException("the runner did not come up: " + runner.stderr.text());
    }

    /// Tells it what to do. A runner that is gone is an [IOException].
    public void send(RunnerCommand command) throws IOException {
        process.toChild().write(command.toFrame().toBytes());
        process.toChild().flush();
    }

    /// What it says next; empty when it has gone.
    public Optional<RunnerReport> next() throws IOException {
        return reports.next().map(RunnerReport::read);
    }

    /// Ends it at once; what it has said can still be read.
    public void kill() {
        process.kill();
    }

    /// Whether it is still there.
    public boolean isAlive() {
        return process.isAlive();
    }

    /// Processor time it has used.
    public Duration cpuTime() {
        return process.cpuTime();
    }

    /// Memory it has resident.
    public long residentBytes() {
        return process.residentBytes();
    }

    /// How it ended, once it has, waiting a moment for that; empty when it is still there.
    public Optional<Integer> exitCode() {
        try {
            return process.waitFor(Duration.ofSeconds(1))
                    ? Optional.of(process.exitCode())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// What it said outside the protocol: its beginning.
    public String lastWords() {
        return stderr.text();
    }

    /// How much it said outside the protocol.
    public long lastWordsBytes() {
        return stderr.seenBytes();
    }

    @Override
    public void close() {
        process.close();
    }
}
