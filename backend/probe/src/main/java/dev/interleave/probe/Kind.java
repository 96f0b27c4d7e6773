package dev.interleave.probe;

/// The codes of the events that the probes make themselves; the others come in from woven code.
/// They are those of `EventKind` in the model, which can't be seen from here; a test holds the two
/// together.
final class Kind {
    static final int THREAD_STARTED = 1;
    static final int THREAD_BEGAN = 2;
    static final int THREAD_ENDED = 3;
    static final int THREAD_INTERRUPTED = 4;
    static final int THREAD_YIELDED = 5;
    static final int SLEEP_BEGAN = 6;
    static final int SLEEP_ENDED = 7;
    static final int JOIN_BEGAN = 8;
    static final int JOIN_ENDED = 9;
    static final int PARK_BEGAN = 10;
    static final int PARK_ENDED = 11;
    static final int UNPARKED = 12;
    static final int MONITOR_ENTER_BEGAN = 16;
    static final int MONITOR_ENTERED = 17;
    static final int MONITOR_EXITED = 18;
    static final int MONITOR_WAIT_BEGAN = 19;
    static final int MONITOR_WAIT_ENDED = 20;
    static final int MONITOR_NOTIFIED = 21;
    static final int TASK_SUBMITTED = 24;
    static final int TASK_BEGAN = 25;
    static final int TASK_ENDED = 26;
    static final int MOUNTED = 27;
    static final int UNMOUNTED = 28;
    static final int PINNED_BEGAN = 29;
    static final int PINNED_ENDED = 30;
    static final int LOCK_BEGAN = 32;
    static final int LOCK_ACQUIRED = 33;
    static final int LOCK_FAILED = 34;
    static final int LOCK_RELEASED = 35;
    static final int CALL_BEGAN = 40;
    static final int CALL_ENDED = 41;
    static final int CALL_THREW = 42;
    static final int CALL_MADE = 43;
    static final int OUTPUT_WRITTEN = 48;
    static final int FIELD_READ = 50;
    static final int FIELD_WRITTEN = 51;
    static final int ARRAY_READ = 52;
    static final int ARRAY_WRITTEN = 53;
    static final int ATOMIC_USED = 54;
    static final int CLASS_USE_BEGAN = 56;
    static final int CLASS_USE_ENDED = 57;
    static final int CLASS_INIT_BEGAN = 58;
    static final int CLASS_INIT_ENDED = 59;
    static final int PREEMPTED = 60;

    private Kind() {}
}
