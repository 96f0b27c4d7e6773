package dev.interleave.server.child;

import dev.interleave.sandbox.ConfinedJvm;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.capacity.Later;
import dev.interleave.sandbox.capacity.WarmPool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Booted runners of each kind. Safe for use by several threads.
public final class Runners implements AutoCloseable {
    private static final Duration BOOT_PATIENCE = Duration.ofSeconds(20);

    private final WarmPool<RunnerProcess> live;
    private final WarmPool<RunnerProcess> controlled;

    /// Keeps `spares` runners of live runs on this image ready, and one of controlled runs unless
    /// `spares` is 0; `jars` are those in the image's `app` folder.
    public Runners(Sandbox sandbox, Path image, List<Path> jars, int spares) {
        this.live = pool("runners", sandbox, RunnerKind.LIVE.on(image, jars), spares);
        this.controlled =
                pool(
                        "controlled runners",
                        sandbox,
                        RunnerKind.CONTROLLED.on(image, jars),
                        Math.min(1, spares));
    }

    private static WarmPool<RunnerProcess> pool(
            String what, Sandbox sandbox, ConfinedJvm runner, int spares) {
        return new WarmPool<>(
                what,
                spares,
                () -> RunnerProcess.boot(sandbox.start(runner), BOOT_PATIENCE),
                RunnerProcess::isAlive,
                Later.onVirtualThreads());
    }

    /// One of this kind that is ready; whoever takes it closes it.
    public RunnerProcess take(RunnerKind kind) {
        return switch (kind) {
            case LIVE -> live.take();
            case CONTROLLED -> controlled.take();
        };
    }

    /// How many of live runs are ready.
    public int ready() {
        return live.ready();
    }

    @Override
    public void close() {
        live.close();
        controlled.close();
    }
}
