package dev.interleave.server.child;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does something unless it is closed in time.
public final class Deadline implements AutoCloseable {
    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("deadlines").factory());

    private final Future<?> pending;

    private Deadline(Future<?> pending) {
        this.pending = pending;
    }

    /// Runs `action`, which must be quick, once `patience` is over.
    public static Deadline after(Duration patience, Runnable action) {
        return new Deadline(TIMER.schedule(action, patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// Runs `action`, which must be quick, again and again, `period` apart.
    public static Deadline every(Duration period, Runnable action) {
        long millis = period.toMillis();
        return new Deadline(
                TIMER.scheduleWithFixedDelay(action, millis, millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        pending.cancel(false);
    }
}
