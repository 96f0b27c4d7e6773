package dev.interleave.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Starts real processes behind one wall.
final class ProcessSandbox implements Sandbox {
    /*
     * A confined process asks the kernel to be killed when its parent ends, and the kernel takes
     * the thread that started it for the parent. So one platform thread that lives as long as
     * this object starts them all; a virtual thread, or one of a pool that shrinks, would take the
     * processes with it.
     */

    private final Wall wall;
    private final Staging staging;
    private final ExecutorService starter;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Set<SpawnedProcess> running = ConcurrentHashMap.newKeySet();

    ProcessSandbox(Wall wall, Staging staging) {
        this.wall = wall;
        this.staging = staging;
        this.starter =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("sandbox-starter").factory());
    }

    @Override
    public SandboxLevel level() {
        return wall.level();
    }

    Staging staging() {
        return staging;
    }

    @Override
    public ConfinedProcess start(ConfinedJvm jvm) {
        List<String> command = wall.command(jvm);
        try {
            return starter.submit(() -> spawn(command)).get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    "cannot start a confined " + jvm.mainClass(),
                    e.getCause() instanceof IOException cause ? cause : new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + jvm.mainClass(), e);
        }
    }

    private SpawnedProcess spawn(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().clear();
        SpawnedProcess process = new SpawnedProcess(builder.start(), wall.generationsToJava());
        running.add(process);
        var _ = process.end().thenRun(() -> running.remove(process));
        return process;
    }

    @Override
    public void close() {
        if (!open.getAndSet(false)) {
            return;
        }
        starter.close();
        running.forEach(SpawnedProcess::close);
        staging.close();
    }
}
