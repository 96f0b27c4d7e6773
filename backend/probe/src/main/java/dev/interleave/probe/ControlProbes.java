package dev.interleave.probe;

import jdk.internal.misc.VM;

import org.jspecify.annotations.Nullable;

/// The hooks of controlled runs: whatever makes a thread wait, wakes it, or can be seen by another,
/// comes by here and is done by the [Controller] instead. Elsewhere, and on any thread that is not
/// the mounted green one, each hook says that it has done nothing.
public final class ControlProbes {
    private static @Nullable Controller controller;

    /// The green thread whose code, the program's or the JDK's, runs now; null while the engine
    /// itself does, so that nothing it calls comes back in.
    private static @Nullable Thread running;

    private ControlProbes() {}

    /// Installs the engine, for good.
    public static void install(Controller engine) {
        controller = engine;
    }

    /// The code of `thread` goes on.
    static void resume(Thread thread) {
        running = thread;
    }

    /// The engine takes over, when it is the mounted green thread that asks; else null.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    static @Nullable Controller leave() {
        Thread mounted = running;
        if (mounted == null || mounted != Thread.currentThread()) {
            return null;
        }
        running = null;
        return controller;
    }

    /// Keeps what comes next, the virtual machine's or the recording's own business, out of the
    /// engine's sight; a token for [#endAside].
    public static int beginAside() {
        return leave() == null ? 0 : 1;
    }

    /// What comes next is the program's again.
    public static void endAside(int token) {
        if (token != 0) {
            goOn();
        }
    }

    private static void goOn() {
        running = Thread.currentThread();
    }

    /// Records that the turn goes from a thread that could go on to another one.
    public static void preempted(Thread from, Thread to) {
        ThreadRecorder recorder = Recording.recorderOf(from);
        if (recorder != null) {
            recorder.write(Kind.PREEMPTED, 0, recorder.site, Recording.laneOf(to));
        }
    }

    /// In place of what starts `thread`.
    public static boolean start(Thread thread) {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.started(thread);
        } finally {
            goOn();
        }
        return true;
    }

    /// Whether a thread is alive: 1 or 0, or -1 when it is not for us to say.
    public static int alive(Thread thread) {
        Green green = Green.of(thread);
        if (green == null) {
            return -1;
        }
        if (green.isAlive()) {
            return 1;
        }
        Controller engine = leave();
        if (engine != null) {
            engine.sawEnd(green);
            goOn();
        }
        return 0;
    }

    /// In place of `Thread.join`.
    public static boolean join(Thread thread, long nanos) throws InterruptedException {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        try {
            Green green = Green.of(thread);
            if (green != null) {
                engine.join(green, nanos);
            }
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of `Thread.join(long)`.
    public static boolean joinMillis(Thread thread, long millis) throws InterruptedException {
        return millis >= 0 && join(thread, ThreadProbes.nanosOf(millis));
    }

    /// In place of `Thread.sleep`.
    public static boolean sleep(long nanos) throws InterruptedException {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.sleep(nanos);
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of `Thread.yield` and `Thread.onSpinWait`.
    public static boolean yieldNow() {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.yieldNow();
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of `Thread.interrupt`.
    public static boolean interrupt(Thread thread) {
        Green green = Green.of(thread);
        Controller engine = green == null ? null : leave();
        if (engine == null || green == null) {
            return false;
        }
        try {
            green.setInterrupted();
            engine.interrupted(green);
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of what `Thread.interrupted` does on `thread`: 1 or 0, or -1 when it is not for us
    /// to say.
    public static int clearInterrupt(Thread thread) {
        Green green = Green.of(thread);
        if (green == null) {
            return -1;
        }
        if (!green.clearInterrupt()) {
            return 0;
        }
        sawInterrupt(true, thread);
        return 1;
    }

    /// `Thread.isInterrupted` has been asked of `thread`, with this answer.
    public static void sawInterrupt(boolean isInterrupted, Thread thread) {
        Green green = isInterrupted ? Green.of(thread) : null;
        Controller engine = green == null ? null : leave();
        if (engine != null && green != null) {
            engine.sawInterrupt(green);
            goOn();
        }
    }

    /// In place of `Runtime.exit` and `halt`.
    public static boolean exit(int status) {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        engine.exit(status);
        return true;
    }

    /// In place of `LockSupport.park`, for at most `nanos`, or without bound when 0.
    public static boolean park(long nanos) {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.park(nanos);
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of `LockSupport.parkNanos`, where no time is no wait.
    public static boolean parkNanos(long nanos) {
        return nanos > 0 ? park(nanos) : running == Thread.currentThread();
    }

    /// In place of `LockSupport.parkUntil`.
    public static boolean parkUntil(long deadlineMillis) {
        Controller engine = controller;
        if (engine == null || running != Thread.currentThread()) {
            return false;
        }
        long nanos = ThreadProbes.nanosOf(deadlineMillis - engine.currentTimeMillis());
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
        Green green = thread instanceof Thread target ? Green.of(target) : null;
        Controller engine = green == null ? null : leave();
        if (engine == null || green == null) {
            return false;
        }
        try {
            engine.unpark(green);
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of `monitorenter`, or before it.
    public static void enter(Object monitor) {
        if (monitor == null) {
            throw new NullPointerException();
        }
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.enter(monitor);
            } finally {
                goOn();
            }
        }
    }

    /// A monitor that the JDK uses inside of what counts as one step is to be entered.
    public static void enterInside(Object monitor) {
        Controller engine = monitor == null ? null : leave();
        if (engine != null) {
            try {
                engine.enterInside(monitor);
            } finally {
                goOn();
            }
        }
    }

    /// In place of `monitorenter` in the JDK, where a thread may wait on the monitor.
    public static boolean enterInstead(Object monitor) {
        if (running != Thread.currentThread()) {
            return false;
        }
        enter(monitor);
        return true;
    }

    /// In place of `monitorexit` there.
    public static boolean exitInstead(Object monitor) {
        if (running != Thread.currentThread()) {
            return false;
        }
        exit(monitor);
        return true;
    }

    /// In place of `monitorexit`, or before it.
    public static void exit(Object monitor) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.exit(monitor);
            } finally {
                goOn();
            }
        }
    }

    /// In place of `Object.wait`.
    public static boolean await(Object monitor, long millis) throws InterruptedException {
        Controller engine = millis < 0 ? null : leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.await(monitor, ThreadProbes.nanosOf(millis));
        } finally {
            goOn();
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
        Controller engine = monitor == null ? null : leave();
        if (engine == null) {
            return false;
        }
        try {
            engine.signal(monitor, all);
        } finally {
            goOn();
        }
        return true;
    }

    /// In place of `Thread.holdsLock`.
    public static boolean holdsLock(Object monitor) {
        Controller engine = monitor == null ? null : leave();
        if (engine == null) {
            return Thread.holdsLock(monitor);
        }
        try {
            return engine.holds(monitor);
        } finally {
            goOn();
        }
    }

    /// The program is about to access a field. `what` is the variable's number times two, plus one
    /// when it writes.
    public static void access(@Nullable Object owner, int what, int site) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.access(owner, what >> 1, (what & 1) != 0, site);
            } finally {
                goOn();
            }
        }
    }

    /// The program is about to access a volatile field; `what` as for [#access].
    public static void volatileAccess(@Nullable Object owner, int what) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.volatileAccess(owner, what >> 1, (what & 1) != 0);
            } finally {
                goOn();
            }
        }
    }

    /// The program is about to access an element of an array.
    public static void element(@Nullable Object array, int index, int writes, int site) {
        Controller engine = array == null ? null : leave();
        if (engine != null && array != null) {
            try {
                engine.element(array, index, writes != 0, site);
            } finally {
                goOn();
            }
        }
    }

    /// The program is about to access memory through a variable handle.
    ///
    /// @param owner the instance or array, or null
    /// @param index the element's index
    /// @param mode one of those of [Controller#handle]
    public static void handle(
            @Nullable Object handle, @Nullable Object owner, int index, int mode, int site) {
        Controller engine = handle == null ? null : leave();
        if (engine != null && handle != null) {
            try {
                engine.handle(handle, owner, index, mode, site);
            } finally {
                goOn();
            }
        }
    }

    /// A constructor of a class with final fields is done.
    public static void freeze(Object owner) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.freeze(owner);
            } finally {
                goOn();
            }
        }
    }

    /// The program is about to read a final field.
    public static void readFinal(@Nullable Object owner) {
        Controller engine = owner == null ? null : leave();
        if (engine != null && owner != null) {
            try {
                engine.readFinal(owner);
            } finally {
                goOn();
            }
        }
    }

    /// The program is about to use a collection.
    public static void collection(@Nullable Object collection, int writes, int site) {
        Controller engine = collection == null ? null : leave();
        if (engine != null) {
            try {
                engine.access(collection, -1, writes != 0, site);
            } finally {
                goOn();
            }
        }
    }

    /// The program is about to call something that others may see.
    public static void call(@Nullable Object receiver) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.call(receiver);
            } finally {
                goOn();
            }
        }
    }

    /// Whether the caller is to run the initialiser of a class before it uses it; waits while
    /// another thread does.
    public static boolean beginInitialiser(Class<?> type, int initialiser) {
        Controller engine = leave();
        if (engine == null) {
            return false;
        }
        try {
            return engine.beginInitialiser(type, initialiser);
        } finally {
            goOn();
        }
    }

    /// It has run.
    public static void endInitialiser(Class<?> type, int initialiser) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.endInitialiser(initialiser, null);
            } finally {
                goOn();
            }
        }
    }

    /// It has failed; what is to be thrown instead.
    public static Throwable failInitialiser(Class<?> type, int initialiser, Throwable thrown) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.endInitialiser(initialiser, thrown);
            } finally {
                goOn();
            }
        }
        return thrown instanceof Error ? thrown : new ExceptionInInitializerError(thrown);
    }

    /// Something in the JDK is read that another thread may have written to be seen.
    public static void acquire(@Nullable Object owner) {
        synchronize(owner, true, false);
    }

    /// Something in the JDK is written for others to see.
    public static void release(@Nullable Object owner) {
        synchronize(owner, false, true);
    }

    /// Something in the JDK is read and written at once.
    public static void exchange(@Nullable Object owner) {
        synchronize(owner, true, true);
    }

    /// Something in the JDK was to be changed if it was as expected.
    public static void triedToSet(boolean isSet, @Nullable Object owner) {
        synchronize(owner, true, isSet);
    }

    private static void synchronize(@Nullable Object owner, boolean acquires, boolean releases) {
        Controller engine = owner == null ? null : leave();
        if (engine != null && owner != null) {
            try {
                engine.synchronize(owner, acquires, releases);
            } finally {
                goOn();
            }
        }
    }

    /// An exception is about to reach the handler for those nobody caught.
    static void uncaught(Throwable thrown) {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.uncaught(thrown);
            } finally {
                goOn();
            }
        }
    }

    /// In place of `System.nanoTime`.
    public static long nanoTime() {
        Controller engine = controller;
        return engine == null || running != Thread.currentThread()
                ? System.nanoTime()
                : engine.nanoTime();
    }

    /// As [#nanoTime], for the program itself, to which looking takes time: else a loop that waits
    /// for a time would never end.
    public static long programNanoTime() {
        look();
        return nanoTime();
    }

    /// As [#currentTimeMillis], for the program itself.
    public static long programTimeMillis() {
        look();
        return currentTimeMillis();
    }

    private static void look() {
        Controller engine = leave();
        if (engine != null) {
            try {
                engine.lookAtClock();
            } finally {
                goOn();
            }
        }
    }

    /// In place of `VM.getNanoTimeAdjustment`: nanoseconds of the wall clock since a second of it.
    public static long nanoTimeAdjustment(long seconds) {
        Controller engine = controller;
        return engine == null || running != Thread.currentThread()
                ? VM.getNanoTimeAdjustment(seconds)
                : (engine.currentTimeMillis() - seconds * 1_000) * 1_000_000
                        + engine.nanoTime() % 1_000_000;
    }

    /// In place of `System.currentTimeMillis`.
    public static long currentTimeMillis() {
        Controller engine = controller;
        return engine == null || running != Thread.currentThread()
                ? System.currentTimeMillis()
                : engine.currentTimeMillis();
    }

    /// In place of `System.identityHashCode`, and of what `Object.hashCode` does.
    public static int identityHash(@Nullable Object object) {
        Controller engine = controller;
        return object == null || engine == null || running != Thread.currentThread()
                ? System.identityHashCode(object)
                : engine.identityHash(object);
    }
}
