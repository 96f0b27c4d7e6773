package dev.interleave.checks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what no event tells of, such as the end of a process that is not our own child.
final class Poll {
    private static final long STEP_NANOS = 10_000_000;

    private Poll() {}

    /// Whether `condition` came true before `patience` was over; returns as soon as it does.
    static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return condition.getAsBoolean();
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }
}
