package dev.interleave.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// A running confined JVM. Safe for use by several threads; whoever started it closes it.
public interface ConfinedProcess extends AutoCloseable {
    /// What the process writes to its descriptor 3. Ends when the process does.
    InputStream fromChild();

    /// What the process reads from its descriptor 4.
    OutputStream toChild();

    /// What the process writes to its descriptors 1 and 2: crash reports of the JVM, and output
    /// that went past the protocol. Somebody must read it, or a talkative process blocks.
    InputStream stderr();

    /// Processor time the JVM has used so far, or had used when it was last asked for alive.
    Duration cpuTime();

    /// Memory the JVM has resident, in bytes; zero when it has ended.
    long residentBytes();

    /// The id of the JVM as the host sees it, or zero while it is not there yet or no more.
    long javaPid();

    /// Whether it has not ended yet.
    boolean isAlive();

    /// How it ended: its own status, or 128 plus the signal that killed it. An
    /// [IllegalStateException] while it is alive.
    int exitCode();

    /// Waits for its end, and says whether it came in time.
    boolean waitFor(Duration patience) throws InterruptedException;

    /// Kills it and everything it started, at once. The streams stay open, so that what is still in
    /// the pipes can be read.
    void kill();

    /// Kills it, waits until it is gone, and closes the streams.
    @Override
    void close();
}
