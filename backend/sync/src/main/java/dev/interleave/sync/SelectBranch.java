package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Semaphore;

/// Something a [Select] waits for. Confined to the selecting thread, which alone decides who wins;
/// others only release the signal.
sealed interface SelectBranch<R extends @Nullable Object> permits FutureBranch, ReceiverBranch {
    /// Wins if it is ready, taking its message.
    boolean tryWin();

    /// Whether it will never be ready.
    boolean isOver();

    /// From now on, until [#unwatch], releases `signal` when it may have become ready or over.
    void watch(Semaphore signal);

    /// Ends what [#watch] may have begun.
    void unwatch(Semaphore signal);

    /// Called when it has not won.
    void cancel();

    /// Called once, when it has won: what its function makes.
    R result();
}
