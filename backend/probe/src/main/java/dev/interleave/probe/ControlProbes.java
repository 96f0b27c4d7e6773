package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// The hooks of controlled runs: whatever makes a thread wait, wakes it, or can be seen by another,
/// comes by here and is done by the [Controller] instead. Elsewhere, and on any thread that is not
/// the mounted green one, each hook says that it has done nothing.
public final class ControlProbes {
    private static @Nullable Controller controller;

    /// The green thread whose code, the program's or the JDK's, runs now; null while the engine
    /// itself does, so that nothing it calls comes back in.
    ///
    /// When the engine is done each hook sets it back to [#mounted] itself: a call could fail for
    /// want of stack, after which the engine would not hear of the thread any more.
    static @Nullable Thread running;

    /// The green thread that is mounted on the carrier.
    static @Nullable Thread mounted;

    /// As [CarrierProbes#pinnedBecause] numbers it.
    private static final int PINNED_BY_NATIVE_CODE = 2;

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
        Thread self = running;
        if (self == null || self != Thread.currentThread()) {
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
            running = mounted;
        }
    }

    /// The engine, or null where no run is controlled.
    static @Nullable Controller controller() {
        return controller;
    }

    /// Whether the caller is code of the mounted green thread.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    static boolean isRunning() {
        return running == Thread.currentThread();
    }

    /// Records that a virtual thread which runs the initialiser of a class waits: outside of a
    /// controlled run its carrier would wait with it.
    public static void pinnedBegan(Thread thread) {
        pinned(thread, Kind.PINNED_BEGAN, PINNED_BY_NATIVE_CODE);
    }

    /// Records that it goes on.
    public static void pinnedEnded(Thread thread) {
        pinned(thread, Kind.PINNED_ENDED, 0);
    }

    private static void pinned(Thread thread, int kind, int reason) {
        ThreadRecorder recorder = Recording.recorderOf(thread);
        if (recorder != null) {
            recorder.write(kind, 0, recorder.site, reason);
        }
    }

    /// Records that a thread waits for another one to initialise a class.
    public static void classUseBegan(Thread thread, Class<?> type) {
        classUse(thread, Kind.CLASS_USE_BEGAN, type);
    }

    /// Records that it is initialised.
    public static void classUseEnded(Thread thread, Class<?> type) {
        classUse(thread, Kind.CLASS_USE_ENDED, type);
    }

    private static void classUse(Thread thread, int kind, Class<?> type) {
        ThreadRecorder recorder = Recording.recorderOf(thread);
        if (recorder != null) {
            recorder.write(kind, recorder.numberOf(type, 0), recorder.site, 0);
        }
    }

    /// Records that the turn goes from a thread that could go on to another one.
    public static void preempted(Thread from, Thread to) {
        ThreadRecorder recorder = Recording.recorderOf(from);
        if (recorder != null) {
            recorder.write(Kind.PREEMPTED, 0, recorder.site, Recording.laneOf(to));
        }
    }
}
