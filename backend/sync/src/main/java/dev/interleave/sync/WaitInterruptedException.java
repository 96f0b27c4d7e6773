package dev.interleave.sync;

import java.io.Serial;

/// Thrown when a thread is interrupted while it waits for a channel or a [Select], or begins to
/// wait with its interrupt status set. The thread's interrupt status is set when this is thrown,
/// and nothing was sent or received.
///
/// The waiting methods of the JDK throw the checked [InterruptedException] in this place. Here it
/// is unchecked, so that a message can be sent from a lambda, and received by a `for` loop, without
/// five lines around it.
public final class WaitInterruptedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private WaitInterruptedException(InterruptedException cause) {
        super("interrupted while waiting", cause);
    }

    /// Makes one, and sets the current thread's interrupt status again.
    static WaitInterruptedException from(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new WaitInterruptedException(cause);
    }
}
