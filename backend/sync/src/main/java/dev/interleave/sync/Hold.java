package dev.interleave.sync;

/// A thread's time with a lock, from the moment it has it until it gives it up.
///
/// Made by the thread that has the lock; all but the constructor tells other threads off.
final class Hold {
    private final Thread owner = Thread.currentThread();
    private final String guard;
    private boolean isOver; // confined to the owner

    /// The current thread's hold; `guard` is what messages call it.
    Hold(String guard) {
        this.guard = guard;
    }

    /// Throws unless it is the owner who asks, while it has the lock.
    void check() {
        checkOwner();
        if (isOver) {
            throw new IllegalStateException("this " + guard + " is closed");
        }
    }

    /// Whether this ended the hold: true once.
    boolean end() {
        checkOwner();
        boolean ends = !isOver;
        isOver = true;
        return ends;
    }

    private void checkOwner() {
        Thread current = Thread.currentThread();
        if (current != owner) {
            throw new IllegalStateException(
                    "this "
                            + guard
                            + " belongs to the thread \""
                            + owner.getName()
                            + "\", not to \""
                            + current.getName()
                            + "\"");
        }
    }
}
