package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

/// What one thread is doing, as of the last event seen of it. Confined to the thread that folds.
final class Lane {
    /// Where a thread that does not run stands.
    enum Rest {
        NOT_BEGUN,
        RUNNING,
        SLEEPING,
        JOINING,
        PARKED,
        ENTERING_MONITOR,
        ENTERING_CLASS,
        WAITING_ON_MONITOR
    }

    private static final long LONGEST_RUN_NANOS = 3_600_000_000_000L;

    final int number;
    Rest rest = Rest.NOT_BEGUN;

    /// What the rest is about: the monitor, or the lane that is joined.
    int subject;

    /// Whether the rest ends by itself after some time.
    boolean isBounded;

    /// Whether the rest has a bound at all, be it beyond the end of any run.
    boolean isTimed;

    /// When the rest began.
    long restSince;

    /// When the thread was last unparked, and interrupted, by another; these may be seen before its
    /// own events are.
    long unparkedAt = -1;

    long interruptedAt = -1;

    /// The operation the thread is inside of, its object, and where it was called; 0 when there is
    /// none.
    int operation;

    int operationObject;
    int site;

    /// How often it held the monitor or lock it let go for a wait.
    int heldBeforeWait;

    Lane(int number) {
        this.number = number;
    }

    void rest(Rest rest, int subject, boolean isBounded) {
        this.rest = rest;
        this.subject = subject;
        this.isBounded = isBounded;
        this.isTimed = isBounded;
    }

    void runs() {
        rest(Rest.RUNNING, 0, false);
    }

    /// Applies the part of an event that concerns this lane alone.
    void accept(EventKind kind, int operation, int object, int at, long argument, long nanos) {
        restSince = nanos;
        if (at != 0 || operation != 0) {
            site = at;
        }
        switch (kind) {
            case SLEEP_BEGAN -> rest(Rest.SLEEPING, 0, true);
            case JOIN_BEGAN -> rest(Rest.JOINING, (int) argument, argument >> 32 != 0);
            case PARK_BEGAN -> restFor(Rest.PARKED, object, argument);
            case MONITOR_ENTER_BEGAN -> rest(Rest.ENTERING_MONITOR, object, false);
            case MONITOR_WAIT_BEGAN -> restFor(Rest.WAITING_ON_MONITOR, object, argument);
            case LOCK_BEGAN, CALL_BEGAN -> {
                runs();
                this.operation = operation;
                this.operationObject = object;
            }
            case LOCK_ACQUIRED, LOCK_FAILED, CALL_ENDED, CALL_THREW -> {
                runs();
                this.operation = 0;
                this.operationObject = 0;
            }
            case UNPARKED,
                    THREAD_INTERRUPTED,
                    THREAD_STARTED,
                    THREAD_BEGAN,
                    THREAD_ENDED,
                    THREAD_YIELDED,
                    SLEEP_ENDED,
                    JOIN_ENDED,
                    PARK_ENDED,
                    MONITOR_ENTERED,
                    MONITOR_EXITED,
                    MONITOR_WAIT_ENDED,
                    MONITOR_NOTIFIED,
                    LOCK_RELEASED,
                    CALL_MADE,
                    OUTPUT_WRITTEN,
                    FIELD_READ,
                    FIELD_WRITTEN,
                    ARRAY_READ,
                    ARRAY_WRITTEN,
                    ATOMIC_USED,
                    TASK_SUBMITTED,
                    TASK_BEGAN,
                    TASK_ENDED,
                    CLASS_USE_ENDED,
                    CLASS_INIT_BEGAN,
                    CLASS_INIT_ENDED ->
                    runs();
            case MOUNTED, UNMOUNTED, PINNED_BEGAN, PINNED_ENDED -> {
                // The carrier's side of a wait: what the thread waits for is told by other events.
            }
            case CLASS_USE_BEGAN -> rest(Rest.ENTERING_CLASS, object, false);
        }
    }

    /// Rests for at most so long, or without a bound when 0. A bound that lies beyond the end of
    /// any run does not count; `ExecutorService.close` waits for a day at a time.
    private void restFor(Rest rest, int subject, long nanos) {
        rest(rest, subject, nanos != 0 && nanos < LONGEST_RUN_NANOS);
        isTimed = nanos != 0;
    }

    boolean isIdle() {
        return rest == Rest.PARKED
                && Operation.tryOf(operation).filter(row -> row.role() == Role.IDLE).isPresent();
    }

    /// Whether something has been done that ends the rest, so that the thread is about to go on.
    /// What was done before the rest began ended it at once, or was used up earlier.
    boolean isWoken() {
        return switch (rest) {
            case PARKED -> Math.max(unparkedAt, interruptedAt) >= restSince;
            case JOINING, WAITING_ON_MONITOR -> interruptedAt >= restSince;
            case NOT_BEGUN, RUNNING, SLEEPING, ENTERING_MONITOR, ENTERING_CLASS -> false;
        };
    }

    /// Whether it waits for a lock of `java.util.concurrent`.
    boolean isTakingLock() {
        return rest == Rest.PARKED
                && Operation.tryOf(operation)
                        .filter(row -> row.role() == Role.LOCK || row.role() == Role.TRY_LOCK)
                        .isPresent();
    }
}
