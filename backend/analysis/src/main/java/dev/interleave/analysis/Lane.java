package dev.interleave.analysis;

import dev.interleave.model.trace.Role;

import org.jspecify.annotations.Nullable;

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

    @Nullable Role role;
    int operationObject;
    int site;

    /// The monitors and locks it holds.
    final Held held = new Held();

    /// Where the monitor or lock it let go for a wait had been taken.
    int heldBeforeWaitSite;

    /// Whether a search for a cycle is at it ([WaitForGraph]).
    boolean isOnPath;

    /// When it last did something other than to begin, to give up, to go on, or to end, and whether
    /// that may have told another thread something; -1 before it did.
    long actedAt = -1;

    boolean hasToldLast;

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
    void accept(Event event) {
        switch (event.kind) {
            case MOUNTED, UNMOUNTED, PINNED_BEGAN, PINNED_ENDED, PREEMPTED -> {
                return; // others tell of the wait that it stands in, if it does
            }
            default -> {}
        }
        act(event);
        restSince = event.nanos;
        if (event.site != 0 || event.operation != 0) {
            site = event.site;
        }
        switch (event.kind) {
            case SLEEP_BEGAN -> rest(Rest.SLEEPING, 0, true);
            case JOIN_BEGAN -> rest(Rest.JOINING, (int) event.argument, event.argument >> 32 != 0);
            case PARK_BEGAN -> restFor(Rest.PARKED, event.object, event.argument);
            case MONITOR_ENTER_BEGAN -> rest(Rest.ENTERING_MONITOR, event.object, false);
            case CLASS_USE_BEGAN -> rest(Rest.ENTERING_CLASS, event.object, false);
            case MONITOR_WAIT_BEGAN ->
                    restFor(Rest.WAITING_ON_MONITOR, event.object, event.argument);
            case LOCK_BEGAN, CALL_BEGAN -> {
                runs();
                operation = event.operation;
                role = event.role;
                operationObject = event.object;
            }
            case LOCK_ACQUIRED, LOCK_FAILED, CALL_ENDED, CALL_THREW -> {
                runs();
                operation = 0;
                role = null;
                operationObject = 0;
            }
            default -> runs();
        }
    }

    private void act(Event event) {
        switch (event.kind) {
            case THREAD_BEGAN,
                    THREAD_ENDED,
                    PARK_ENDED,
                    MONITOR_EXITED,
                    LOCK_RELEASED,
                    CALL_ENDED,
                    CALL_THREW,
                    TASK_ENDED -> {
                // These may be all that is left of what was done before.
            }
            case MONITOR_NOTIFIED, UNPARKED, THREAD_INTERRUPTED -> acted(event.nanos, true);
            case CALL_BEGAN, CALL_MADE -> acted(event.nanos, event.role != Role.NOTE);
            default -> acted(event.nanos, false);
        }
    }

    private void acted(long nanos, boolean hasTold) {
        actedAt = nanos;
        hasToldLast = hasTold;
    }

    /// Rests for at most so long, or without a bound when 0. A bound that lies beyond the end of
    /// any run does not count; `ExecutorService.close` waits for a day at a time.
    private void restFor(Rest rest, int subject, long nanos) {
        rest(rest, subject, nanos != 0 && nanos < LONGEST_RUN_NANOS);
        isTimed = nanos != 0;
    }

    boolean isIdle() {
        return rest == Rest.PARKED && role == Role.IDLE;
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
        return rest == Rest.PARKED && isLocking(role);
    }

    /// Whether this is the role of an operation that takes a lock.
    static boolean isLocking(@Nullable Role role) {
        return role == Role.LOCK
                || role == Role.TRY_LOCK
                || role == Role.LOCK_SHARED
                || role == Role.TRY_LOCK_SHARED;
    }

    /// Whether it waits, or sleeps, for something other than a monitor, lock or class.
    boolean isWaiting() {
        return switch (rest) {
            case SLEEPING, JOINING, WAITING_ON_MONITOR -> true;
            case PARKED -> !isLocking(role) && role != Role.IDLE;
            case NOT_BEGUN, RUNNING, ENTERING_MONITOR, ENTERING_CLASS -> false;
        };
    }
}
