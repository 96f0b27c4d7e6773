package dev.interleave.probe;

/// The hooks of controlled runs for monitors. See [ControlProbes].
public final class MonitorControlProbes {
    private MonitorControlProbes() {}

    /// In place of `monitorenter`, or before it.
    public static void enter(Object monitor) {
        if (monitor == null) {
            throw new NullPointerException();
        }
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.monitors().enter(monitor);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// A monitor that the JDK uses inside of what counts as one step is to be entered.
    public static void enterInside(Object monitor) {
        Controller engine = monitor == null ? null : ControlProbes.leave();
        if (engine != null) {
            try {
                engine.monitors().enterInside(monitor);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// In place of `monitorenter` in the JDK, where a thread may wait on the monitor.
    public static boolean enterInstead(Object monitor) {
        if (!ControlProbes.isRunning()) {
            return false;
        }
        enter(monitor);
        return true;
    }

    /// In place of `monitorexit` there.
    public static boolean exitInstead(Object monitor) {
        if (!ControlProbes.isRunning()) {
            return false;
        }
        exit(monitor);
        return true;
    }

    /// In place of `monitorexit`, or before it.
    public static void exit(Object monitor) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.monitors().exit(monitor);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// In place of `Object.wait`.
    public static boolean await(Object monitor, long millis) throws InterruptedException {
        Controller engine = millis < 0 ? null : ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            if (!engine.monitors().holds(monitor) && Thread.holdsLock(monitor)) {
                return false; // inside the JDK, where the virtual machine's own threads may notify
            }
            engine.monitors().await(monitor, ThreadProbes.nanosOf(millis));
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// In place of `Object.notify`.
    public static void signalOne(Object monitor) {
        if (!signal(monitor, false)) {
            monitor.notify();
        }
    }

    /// In place of `Object.notifyAll`.
    public static void signalAll(Object monitor) {
        if (!signal(monitor, true)) {
            monitor.notifyAll();
        }
    }

    private static boolean signal(Object monitor, boolean all) {
        Controller engine = monitor == null ? null : ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.monitors().signal(monitor, all);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }

    /// In place of `Thread.holdsLock`.
    public static boolean holdsLock(Object monitor) {
        Controller engine = monitor == null ? null : ControlProbes.leave();
        if (engine == null) {
            return Thread.holdsLock(monitor);
        }
        try {
            return engine.monitors().holds(monitor);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
    }
}
