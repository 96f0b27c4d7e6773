package dev.interleave.sandbox.testing;

import dev.interleave.sandbox.ConfinedProcess;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A confined process that is none: it has said what it will ever say, and lives until it is
/// killed.
public final class FakeProcess implements ConfinedProcess {
    private static final int KILLED = 128 + 9;

    private final InputStream fromChild;
    private final InputStream stderr;
    private final ByteArrayOutputStream toChild = new ByteArrayOutputStream();
    private boolean alive = true;
    private boolean closed;

    /// A process that has written the given bytes and words.
    public FakeProcess(byte[] fromChild, String stderr) {
        this.fromChild = new ByteArrayInputStream(fromChild);
        this.stderr = new ByteArrayInputStream(stderr.getBytes(StandardCharsets.UTF_8));
    }

    /// What was written to it so far.
    public byte[] received() {
        return toChild.toByteArray();
    }

    /// Whether it was closed.
    public boolean isClosed() {
        return closed;
    }

    @Override
    public InputStream fromChild() {
        return fromChild;
    }

    @Override
    public OutputStream toChild() {
        return toChild;
    }

    @Override
    public InputStream stderr() {
        return stderr;
    }

    @Override
    public Duration cpuTime() {
        return Duration.ZERO;
    }

    @Override
    public long residentBytes() {
        return 0;
    }

    @Override
    public long javaPid() {
        return 0;
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public int exitCode() {
        if (alive) {
            throw new IllegalStateException("the process is alive");
        }
        return KILLED;
    }

    @Override
    public boolean waitFor(Duration patience) {
        return !alive;
    }

    @Override
    public void kill() {
        alive = false;
    }

    @Override
    public void close() {
        kill();
        closed = true;
    }
}
