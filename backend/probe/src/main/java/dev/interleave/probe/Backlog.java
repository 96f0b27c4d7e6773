package dev.interleave.probe;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;

/// Bytes of records that wait to be drained, over all threads; what makes a program that records
/// faster than its records can leave slow down instead of losing any.
public final class Backlog {
    /// How many bytes may wait before those who record have to wait too.
    public static final long LIMIT_BYTES = 16L << 20;

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long WAITING = UNSAFE.objectFieldOffset(Backlog.class, "waitingBytes");
    private static final Backlog INSTANCE = new Backlog();

    private volatile long waitingBytes;

    private Backlog() {}

    static void add(int bytes) {
        UNSAFE.getAndAddLong(INSTANCE, WAITING, bytes);
    }

    static void remove(int bytes) {
        UNSAFE.getAndAddLong(INSTANCE, WAITING, -bytes);
    }

    /// What the drainer holds while it drains, and those who wait for room wait on.
    public static Object gate() {
        return INSTANCE;
    }

    /// Waits until there is room, by queueing up behind the drainer. It neither parks (that would
    /// eat the thread's permit) nor waits or sleeps (that would eat an interrupt). A virtual thread
    /// stays on its carrier: it is in the middle of a record, and getting off and on again are
    /// records of their own.
    static void awaitRoom() {
        if (INSTANCE.waitingBytes <= LIMIT_BYTES) {
            return;
        }
        boolean isVirtual = Thread.currentThread().isVirtual();
        if (isVirtual) {
            Continuation.pin();
        }
        try {
            while (INSTANCE.waitingBytes > LIMIT_BYTES) {
                synchronized (INSTANCE) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            if (isVirtual) {
                Continuation.unpin();
            }
        }
    }
}
