package dev.interleave.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// A confined JVM and what stands between it and us.
final class SpawnedProcess implements ConfinedProcess {
    private static final Duration REAPING = Duration.ofSeconds(5);

    private final Process outermost;
    private final int generationsToJava;

    // Guards the two below.
    private final Object javaLock = new Object();
    private Optional<ProcessHandle> java = Optional.empty();
    private Duration lastCpuTime = Duration.ZERO;

    SpawnedProcess(Process outermost, int generationsToJava) {
        this.outermost = outermost;
        this.generationsToJava = generationsToJava;
    }

    CompletableFuture<?> end() {
        return outermost.onExit();
    }

    @Override
    public InputStream fromChild() {
        return outermost.getInputStream();
    }

    @Override
    public OutputStream toChild() {
        return outermost.getOutputStream();
    }

    @Override
    public InputStream stderr() {
        return outermost.getErrorStream();
    }

    @Override
    public Duration cpuTime() {
        synchronized (javaLock) {
            try {
                long pid = javaPid();
                if (pid != 0) {
                    lastCpuTime = ProcessFolder.of(pid).cpuTime();
                }
            } catch (IOException _) {
                // It ended between the two looks.
            }
            return lastCpuTime;
        }
    }

    @Override
    public long residentBytes() {
        try {
            long pid = javaPid();
            return pid == 0 ? 0 : ProcessFolder.of(pid).status().residentBytes();
        } catch (IOException _) {
            return 0; // It ended between the two looks.
        }
    }

    @Override
    public long javaPid() {
        synchronized (javaLock) {
            if (java.isEmpty()) {
                java = descendant(generationsToJava);
            }
            return java.filter(ProcessHandle::isAlive).map(ProcessHandle::pid).orElse(0L);
        }
    }

    /// The process that many generations below ours, if it is there already. Its handle knows when
    /// the id belongs to somebody else.
    private Optional<ProcessHandle> descendant(int generations) {
        try {
            OptionalLong pid = OptionalLong.of(outermost.pid());
            for (int i = 0; i < generations && pid.isPresent(); i++) {
                pid = ProcessFolder.of(pid.getAsLong()).child();
            }
            return pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // It has ended.
        }
    }

    @Override
    public boolean isAlive() {
        return outermost.isAlive();
    }

    @Override
    public int exitCode() {
        try {
            return outermost.exitValue();
        } catch (IllegalThreadStateException e) {
            throw new IllegalStateException("the process is alive", e);
        }
    }

    @Override
    public boolean waitFor(Duration patience) throws InterruptedException {
        return outermost.waitFor(patience);
    }

    @Override
    public void kill() {
        // Process.destroyForcibly would close the streams and lose what is in them. Of bwrap's
        // processes the kernel kills the others with the outermost, except in the moment before
        // they have asked it to.
        Optional<ProcessHandle> namespace =
                generationsToJava == 0 ? Optional.empty() : descendant(1);
        outermost.toHandle().destroyForcibly();
        namespace.ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        try {
            outermost.waitFor(REAPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeQuietly(outermost.getOutputStream());
        closeQuietly(outermost.getInputStream());
        closeQuietly(outermost.getErrorStream());
    }

    private static void closeQuietly(Closeable stream) {
        try {
            stream.close();
        } catch (IOException _) {
            // The other end is gone, and what was not written has no reader.
        }
    }
}
