package dev.interleave.server.child;

import dev.interleave.sandbox.ConfinedJvm;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.capacity.Later;
import dev.interleave.sandbox.capacity.WarmPool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Booted runners. Safe for use by several threads.
public final class Runners implements AutoCloseable {
    private static final Duration BOOT_PATIENCE = Duration.ofSeconds(20);

    private final WarmPool<RunnerProcess> pool;

    /// Keeps `spares` runners on this image ready; `jars` are those in its `app` folder.
    public Runners(Sandbox sandbox, Path image, List<Path> jars, int spares) {
        ConfinedJvm runner = RunnerKind.of(image, jars);
        this.pool =
                new WarmPool<>(
                        "runners",
                        spares,
                        () -> RunnerProcess.boot(sandbox.start(runner), BOOT_PATIENCE),
                        RunnerProcess::isAlive,
                        Later.onVirtualThreads());
    }

    /// One that is ready; whoever takes it closes it.
    public RunnerProcess take() {
        return pool.take();
    }

    /// How many are ready.
    public int ready() {
        return pool.ready();
    }

    @Override
    public void close() {
        pool.close();
    }
}
