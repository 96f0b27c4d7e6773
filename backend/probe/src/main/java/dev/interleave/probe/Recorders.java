package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

/// All recorders that may still hold records, for the drainer.
///
/// Threads push onto a stack without a lock; the drainer takes the stack and keeps its own list.
public final class Recorders {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long PUSHED = UNSAFE.objectFieldOffset(Recorders.class, "pushed");
    private static final Recorders INSTANCE = new Recorders();

    private volatile @Nullable ThreadRecorder pushed;

    private Recorders() {}

    static void push(ThreadRecorder recorder) {
        ThreadRecorder top;
        do {
            top = INSTANCE.pushed;
            recorder.next = top;
        } while (!UNSAFE.compareAndSetReference(INSTANCE, PUSHED, top, recorder));
    }

    /// Takes those that came since the last call: a chain through [#after], newest first; null when
    /// there are none.
    public static @Nullable ThreadRecorder takePushed() {
        return (ThreadRecorder) UNSAFE.getAndSetReference(INSTANCE, PUSHED, null);
    }

    /// The one pushed before `recorder`, within one chain.
    public static @Nullable ThreadRecorder after(ThreadRecorder recorder) {
        return recorder.next;
    }
}
