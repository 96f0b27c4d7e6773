package dev.interleave.model.trace;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What a thread is doing, as the lanes colour it.
public enum ThreadState {
    /// Started by another thread, but not yet on its first step.
    STARTED,
    /// Has the processor, or could have it.
    RUNNING,
    /// In `Thread.sleep`.
    SLEEPING,
    /// Waits for something another thread does: a notify, a signal, an element, a permit, the end
    /// of a thread.
    WAITING,
    /// Parked outside any call the table knows.
    PARKED,
    /// Waits for a monitor or lock that another thread holds.
    BLOCKED,
    /// Ended.
    TERMINATED;

    /// The name as programs see it: `running`, `blocked`, `terminated`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state a thread that was in `before` is in after an event of its own; `openCall` is the
    /// role of the call or lock it is inside of, or null. `MONITOR_ENTER_BEGAN` and
    /// `CLASS_USE_BEGAN` count as blocked here: whether another lane is in the way shows only
    /// later.
    public static ThreadState after(ThreadState before, EventKind kind, @Nullable Role openCall) {
        return switch (kind) {
            // Others tell of the wait that such an event stands in, if it does.
            case MOUNTED, UNMOUNTED, PINNED_BEGAN, PINNED_ENDED, PREEMPTED -> before;
            case SLEEP_BEGAN -> SLEEPING;
            case JOIN_BEGAN, MONITOR_WAIT_BEGAN -> WAITING;
            case MONITOR_ENTER_BEGAN, CLASS_USE_BEGAN -> BLOCKED;
            case PARK_BEGAN ->
                    switch (openCall) {
                        case null -> PARKED;
                        case LOCK, TRY_LOCK, LOCK_SHARED, TRY_LOCK_SHARED -> BLOCKED;
                        case UNLOCK,
                                UNLOCK_SHARED,
                                NEW_CONDITION,
                                CONDITION_WAIT,
                                WAKE,
                                WAIT,
                                IDLE,
                                ACQUIRE,
                                TRY_ACQUIRE,
                                RELEASE,
                                TRY,
                                NOTE ->
                                WAITING;
                    };
            case THREAD_ENDED -> TERMINATED;
            case THREAD_STARTED,
                    THREAD_BEGAN,
                    THREAD_INTERRUPTED,
                    THREAD_YIELDED,
                    SLEEP_ENDED,
                    JOIN_ENDED,
                    PARK_ENDED,
                    UNPARKED,
                    MONITOR_ENTERED,
                    MONITOR_EXITED,
                    MONITOR_WAIT_ENDED,
                    MONITOR_NOTIFIED,
                    LOCK_BEGAN,
                    LOCK_ACQUIRED,
                    LOCK_FAILED,
                    LOCK_RELEASED,
                    CALL_BEGAN,
                    CALL_ENDED,
                    CALL_THREW,
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
                    RUNNING;
        };
    }
}
