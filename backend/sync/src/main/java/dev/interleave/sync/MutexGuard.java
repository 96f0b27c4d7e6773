package dev.interleave.sync;

/// The right to use what a [Mutex] guards, until it is closed.
///
/// Belongs to the thread that locked: any use by another thread, and any use but [#close()] after
/// it is closed, is an [IllegalStateException].
///
/// @param <T> the type of the value
public final class MutexGuard<T> implements AutoCloseable {
    private final Mutex<T> mutex;
    private final Guarded<T> guarded;
    private final Hold hold = new Hold("guard");

    MutexGuard(Mutex<T> mutex, Guarded<T> guarded) {
        this.mutex = mutex;
        this.guarded = guarded;
    }

    /// The value.
    public T get() {
        hold.check();
        return guarded.get();
    }

    /// Replaces the value.
    public void set(T value) {
        hold.check();
        guarded.set(value);
    }

    /// Gives up the lock; does nothing the second time.
    @Override
    public void close() {
        if (hold.end()) {
            mutex.release();
        }
    }
}
