package dev.interleave.model.trace;

import java.util.Optional;

/// What one trace record says happened.
///
/// A slice is a pair of records, begin and end, so that what never ended is still seen. The code is
/// what travels; a code, once used, keeps its meaning for ever.
public enum EventKind {
    /// This lane started another thread; the argument is its lane.
    THREAD_STARTED(1),
    /// The first step of this lane.
    THREAD_BEGAN(2),
    /// The last step of this lane.
    THREAD_ENDED(3),
    /// This lane interrupted another thread; the argument is its lane.
    THREAD_INTERRUPTED(4),
    /// `Thread.yield`.
    THREAD_YIELDED(5),
    /// `Thread.sleep`; the argument is the time in nanoseconds.
    SLEEP_BEGAN(6),
    /// The sleep is over, in time or by an interrupt.
    SLEEP_ENDED(7),
    /// `Thread.join`; the argument is the lane waited for, plus 2³² when the wait gives up after a
    /// time.
    JOIN_BEGAN(8),
    /// The join is over: the other thread ended, or the time did, or an interrupt came.
    JOIN_ENDED(9),
    /// The thread gave up the processor until unparked; the object is the blocker, the argument the
    /// longest wait in nanoseconds, or 0 for no bound.
    PARK_BEGAN(10),
    /// The thread goes on after a park.
    PARK_ENDED(11),
    /// This lane gave another thread its permit; the argument is that thread's lane.
    UNPARKED(12),

    /// The thread is about to enter a monitor, and may have to wait for it.
    MONITOR_ENTER_BEGAN(16),
    /// The thread holds the monitor now.
    MONITOR_ENTERED(17),
    /// The thread is about to leave the monitor.
    MONITOR_EXITED(18),
    /// `Object.wait`: the monitor is let go; the argument is the longest wait in nanoseconds, or 0
    /// for no bound.
    MONITOR_WAIT_BEGAN(19),
    /// The wait is over and the monitor is held again.
    MONITOR_WAIT_ENDED(20),
    /// `Object.notify` (argument 0) or `Object.notifyAll` (argument 1).
    MONITOR_NOTIFIED(21),

    /// This lane handed a task to a pool; the object is the task, the argument the object number of
    /// the pool.
    TASK_SUBMITTED(24),
    /// A pool's thread takes a task up; the object is the task.
    TASK_BEGAN(25),
    /// That task is over.
    TASK_ENDED(26),
    /// This virtual thread got on a carrier; the argument is the carrier's lane.
    MOUNTED(27),
    /// This virtual thread got off its carrier; the argument is the carrier's lane.
    UNMOUNTED(28),
    /// This virtual thread is about to wait and can't get off its carrier; the argument says why: 1
    /// inside code that must not be left, 2 native code on its stack, such as that which
    /// initialises a class, 3 a monitor, 0 not known.
    PINNED_BEGAN(29),
    /// It goes on.
    PINNED_ENDED(30),

    /// The thread is about to take a lock of `java.util.concurrent.locks`, and may have to wait for
    /// it.
    LOCK_BEGAN(32),
    /// The lock is held now.
    LOCK_ACQUIRED(33),
    /// The lock was not taken: refused, timed out or interrupted.
    LOCK_FAILED(34),
    /// The lock is about to be given up.
    LOCK_RELEASED(35),

    /// A call that may wait began; the operation says which.
    CALL_BEGAN(40),
    /// That call returned; the argument is the number of permits it got, where the operation is
    /// about permits.
    CALL_ENDED(41),
    /// That call ended with an exception.
    CALL_THREW(42),
    /// A call that never waits; the argument is what the role of its operation says ([Role]).
    CALL_MADE(43),

    /// The thread wrote output; the argument is the offset of its first byte in the run's output.
    OUTPUT_WRITTEN(48),

    /// The thread read a field of the program; the operation is the number of the variable, the
    /// object the instance, the argument the value. Recorded only when asked for, like the next
    /// four.
    FIELD_READ(50),
    /// It wrote one.
    FIELD_WRITTEN(51),
    /// It read an element of an array; the operation is the index.
    ARRAY_READ(52),
    /// It wrote one.
    ARRAY_WRITTEN(53),
    /// It has done an operation of an atomic, a variable handle or a concurrent collection; the
    /// operation is the number of the variable, the argument what was returned, or written.
    ATOMIC_USED(54),

    /// The thread is about to use a class that is not initialised yet, and may have to wait for
    /// another thread that initialises it; the object is the class.
    CLASS_USE_BEGAN(56),
    /// The class can be used now, or its initialisation failed.
    CLASS_USE_ENDED(57),
    /// The thread begins to initialise a class.
    CLASS_INIT_BEGAN(58),
    /// It is done with that.
    CLASS_INIT_ENDED(59),

    /// The scheduler took the turn from this lane, which could have gone on; the argument is the
    /// lane that goes on instead. Only in runs that decide every switch.
    PREEMPTED(60);

    private static final EventKind[] BY_CODE = byCode();

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /// The number that stands for this kind in a record, 1 to 255.
    public int code() {
        return code;
    }

    /// Whether it is an access to memory: then a record's operation is a variable or an index.
    public boolean isMemoryAccess() {
        return code >= FIELD_READ.code && code <= ATOMIC_USED.code;
    }

    /// The kind with the given code, or empty when there is none: records come from untrusted
    /// processes.
    public static Optional<EventKind> tryOf(int code) {
        return code < 0 || code >= BY_CODE.length
                ? Optional.empty()
                : Optional.ofNullable(BY_CODE[code]);
    }

    private static EventKind[] byCode() {
        var table = new EventKind[256];
        for (EventKind kind : values()) {
            table[kind.code] = kind;
        }
        return table;
    }
}
