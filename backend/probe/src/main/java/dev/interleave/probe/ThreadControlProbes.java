package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// The hooks of controlled runs for threads: starting, ending, waiting for time or each other,
/// interrupts, parking. See [ControlProbes].
public final class ThreadControlProbes {
    private ThreadControlProbes() {}

    /// In place of what starts `thread`.
    public static boolean start(Thread thread) {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.threads().started(thread);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// Whether a thread is alive: 1 or 0, or -1 when it is not for us to say.
    public static int alive(Thread thread) {
        looked(thread, false);
        Green green = Green.of(thread);
        if (green == null) {
            return -1;
        }
        return green.isAlive() ? 1 : 0;
    }

    /// The state of a thread is about to be looked at.
    public static void state(Thread thread) {
        looked(thread, true);
    }

    private static void looked(Thread thread, boolean atState) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            engine.threads().looked(thread, atState);
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// In place of `Thread.join`.
    public static boolean join(Thread thread, long nanos) throws InterruptedException {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            Green green = Green.of(thread);
            if (green == null) {
                engine.threads().looked(thread, false);
            } else {
                engine.threads().join(green, nanos);
            }
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// In place of `Thread.join(long)`.
    public static boolean joinMillis(Thread thread, long millis) throws InterruptedException {
        return millis >= 0 && join(thread, ThreadProbes.nanosOf(millis));
    }

    /// In place of `Thread.sleep`.
    public static boolean sleep(long nanos) throws InterruptedException {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.threads().sleep(nanos);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// In place of `Thread.yield` and `Thread.onSpinWait`.
    public static boolean yieldNow() {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.threads().yieldNow();
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// In place of `Thread.interrupt`.
    public static boolean interrupt(Thread thread) {
        Green green = Green.of(thread);
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            if (green != null) {
                green.setInterrupted();
            }
            engine.threads().interrupted(thread);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return green != null;
    }

    /// In place of what `Thread.interrupted` does on `thread`: 1 or 0, or -1 when it is not for us
    /// to say.
    public static int clearInterrupt(Thread thread) {
        Green green = Green.of(thread);
        if (green == null) {
            return -1;
        }
        boolean wasSet = green.clearInterrupt();
        sawInterrupt(thread, wasSet, true);
        return wasSet ? 1 : 0;
    }

    /// `Thread.isInterrupted` has been asked of `thread`, with this answer.
    public static void sawInterrupt(boolean isInterrupted, Thread thread) {
        sawInterrupt(thread, isInterrupted, false);
    }

    private static void sawInterrupt(Thread thread, boolean isSet, boolean isTaken) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            engine.threads().sawInterrupt(thread, isSet, isTaken);
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// In place of `Runtime.exit` and `halt`.
    public static boolean exit(int status) {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        engine.threads().exit(status);
        return true;
    }

    /// In place of `LockSupport.park`, for at most `nanos`, or without bound when 0.
    public static boolean park(long nanos) {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.threads().park(nanos);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// In place of `LockSupport.parkNanos`, where no time is no wait.
    public static boolean parkNanos(long nanos) {
        return nanos > 0 ? park(nanos) : ControlProbes.isRunning();
    }

    /// In place of `LockSupport.parkUntil`.
    public static boolean parkUntil(long deadlineMillis) {
        Controller engine = ControlProbes.controller();
        if (engine == null || !ControlProbes.isRunning()) {
            return false;
        }
        long nanos = ThreadProbes.nanosOf(deadlineMillis - engine.clock().currentTimeMillis());
        return parkNanos(nanos);
    }

    /// In place of `Unsafe.park`.
    public static boolean parkUnsafe(boolean isAbsolute, long time) {
        if (isAbsolute) {
            return parkUntil(time);
        }
        return time == 0 ? park(0) : parkNanos(time);
    }

    /// In place of `LockSupport.unpark`.
    public static boolean unpark(@Nullable Object thread) {
        Controller engine = thread instanceof Thread ? ControlProbes.leave() : null;
        if (engine == null || !(thread instanceof Thread target)) {
            return false;
        }
        Green green = Green.of(target);
        try {
            if (green == null) {
                engine.threads().looked(target, false); // unparks nobody
            } else {
                engine.threads().unpark(green);
            }
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return green != null;
    }

    /// An exception is about to reach the handler for those nobody caught.
    static void uncaught(Throwable thrown) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.threads().uncaught(thrown);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }
}
