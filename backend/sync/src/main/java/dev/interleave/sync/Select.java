package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Waits for the first of several futures and channels, or for a time to pass. tokio's `select!`.
///
/// ```java
/// String text = Select.<String>first()
///         .on(download, page -> "got " + page)
///         .on(commands, command -> "was told to " + command)
///         .timeout(Duration.ofSeconds(1), () -> "too late")
///         .await();
/// ```
///
/// Exactly one branch wins: its function runs, in the thread that waits, and makes the result. The
/// others lose: a future is cancelled, and a channel keeps its messages. If several are ready the
/// one that was named first wins, which is tokio's `biased;` (without it tokio throws a die).
///
/// A future that failed wins as well, and `await` throws. A channel whose senders are all closed
/// and whose messages are all received never wins, as with the pattern `Some(message) = rx.recv()`.
///
/// To cancel a [java.util.concurrent.CompletableFuture] does not stop what would complete it; to
/// cancel a future from an executor interrupts its thread.
///
/// Made, used once and forgotten by one thread.
///
/// @param <R> the type of the result
public final class Select<R extends @Nullable Object> {
    private final List<SelectBranch<R>> branches = new ArrayList<>();
    private final Semaphore changed = new Semaphore(0);
    private long timeoutNanos;
    private @Nullable Supplier<? extends R> atTimeout;
    private boolean isUsed;

    private Select() {}

    /// A selection without branches.
    public static <R extends @Nullable Object> Select<R> first() {
        return new Select<>();
    }

    /// Adds a future: if it is done first, `function` makes the result of what it holds.
    public <V extends @Nullable Object> Select<R> on(
            Future<V> future, Function<? super V, ? extends R> function) {
        branches.add(new FutureBranch<>(future, function));
        return this;
    }

    /// Adds a channel: if it has a message first, that one is received, and `function` makes the
    /// result of it.
    public <T> Select<R> on(Receiver<T> receiver, Function<? super T, ? extends R> function) {
        branches.add(new ReceiverBranch<>(receiver.channel(), function));
        return this;
    }

    /// Adds a time to wait at most: if nothing is ready until then, `supplier` makes the result.
    public Select<R> timeout(Duration timeout, Supplier<? extends R> supplier) {
        if (atTimeout != null) {
            throw new IllegalStateException("there is already a timeout");
        }
        timeoutNanos = TimeUnit.NANOSECONDS.convert(timeout);
        atTimeout = supplier;
        return this;
    }

    /// Waits for the winner, cancels the others, and returns what the winner's function returns.
    ///
    /// @throws java.util.concurrent.CompletionException if a future wins that failed; the cause
    ///   says why
    /// @throws java.util.concurrent.CancellationException if a future wins that was cancelled
    /// @throws ChannelClosedException if nothing can ever win
    /// @throws WaitInterruptedException if interrupted while it waits; the futures are cancelled
    /// @throws IllegalStateException if it was used before, or a receiver is closed or in use
    public R await() {
        if (isUsed) {
            throw new IllegalStateException("a Select can be used once; make a new one");
        }
        isUsed = true;
        SelectBranch<R> winner = null;
        try {
            winner = firstReady();
            if (winner == null) {
                for (SelectBranch<R> branch : branches) {
                    branch.watch(changed);
                }
                winner = waitForFirst();
            }
        } finally {
            for (SelectBranch<R> branch : branches) {
                branch.unwatch(changed);
                if (branch != winner) {
                    branch.cancel();
                }
            }
        }
        Supplier<? extends R> late = atTimeout;
        if (winner == null && late != null) {
            return late.get();
        }
        if (winner == null) {
            throw new ChannelClosedException("no branch is left that could win");
        }
        return winner.result();
    }

    /// Null if the time has passed, or nothing can win any more.
    private @Nullable SelectBranch<R> waitForFirst() {
        long start = System.nanoTime();
        while (true) {
            SelectBranch<R> ready = firstReady();
            if (ready != null) {
                return ready;
            }
            if (atTimeout != null) {
                if (!pause(timeoutNanos - (System.nanoTime() - start))) {
                    return null;
                }
            } else if (isOver()) {
                return null;
            } else {
                pause();
            }
        }
    }

    private boolean isOver() {
        for (SelectBranch<R> branch : branches) {
            if (!branch.isOver()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable SelectBranch<R> firstReady() {
        for (SelectBranch<R> branch : branches) {
            if (branch.tryWin()) {
                return branch;
            }
        }
        return null;
    }

    /// Waits until something may have changed.
    void pause() {
        try {
            changed.acquire();
        } catch (InterruptedException e) {
            throw WaitInterruptedException.from(e);
        }
    }

    /// Waits until something may have changed; false if nothing has for `nanos`.
    boolean pause(long nanos) {
        try {
            return changed.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw WaitInterruptedException.from(e);
        }
    }
}
