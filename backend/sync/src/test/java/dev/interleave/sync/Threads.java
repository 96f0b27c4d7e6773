package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Threads as tests need them.
final class Threads {
    private Threads() {}

    /// Starts a thread for each body and waits for all; what one of them throws is thrown here.
    static void runAll(Runnable... bodies) {
        var failures = new ArrayList<CompletableFuture<Void>>();
        for (Runnable body : bodies) {
            failures.add(start(body));
        }
        failures.forEach(CompletableFuture::join);
    }

    /// Starts a thread; the future is done when it ends, with what it threw.
    static CompletableFuture<Void> start(Runnable body) {
        return supply(() -> {
            body.run();
            return null;
        });
    }

    /// Starts a thread; the future is done when it ends, with what it returned or threw.
    static <T extends @Nullable Object> CompletableFuture<T> supply(Supplier<T> body) {
        var end = new CompletableFuture<T>();
        new Thread(
                        () -> {
                            try {
                                end.complete(body.get());
                            } catch (Throwable thrown) {
                                end.completeExceptionally(thrown);
                            }
                        })
                .start();
        return end;
    }

    /// Starts a thread and returns when it waits for something.
    static Thread startAndAwaitWaiting(Runnable body) {
        var thread = new Thread(body);
        thread.start();
        while (!List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)
                .contains(thread.getState())) {
            Thread.onSpinWait();
        }
        return thread;
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }
}
