package dev.interleave.sync;

import java.io.Serial;

/// Thrown instead of handing out what a [Mutex] or [RwLock] guards, because a thread threw
/// something while it was changing it, and may have left it half changed. That first exception is
/// the cause.
///
/// This is Rust's `PoisonError`. Whoever can repair the value takes the lock all the same with
/// [Mutex#lockAnyway()] or [RwLock#writeAnyway()], and then says so with [Mutex#clearPoison()].
public final class PoisonedException extends IllegalStateException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Object value;

    PoisonedException(Object value, Throwable panic) {
        super("poisoned: a thread threw an exception while it held this lock", panic);
        this.value = value;
    }

    /// What is guarded, as Rust's `into_inner`: the reference that was in the lock when this was
    /// thrown. The lock is not held any more, so an object that can change may be changing.
    public Object value() {
        return value;
    }
}
