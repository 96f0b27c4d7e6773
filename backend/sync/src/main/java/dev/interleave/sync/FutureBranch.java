package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// A future's result.
///
/// A [CompletableFuture] calls back when it is done. For other futures there is nothing but `get`,
/// so a virtual thread named `select` waits in it.
final class FutureBranch<V extends @Nullable Object, R extends @Nullable Object>
        implements SelectBranch<R> {
    private final Future<V> future;
    private final Function<? super V, ? extends R> function;
    private @Nullable Thread watcher;

    FutureBranch(Future<V> future, Function<? super V, ? extends R> function) {
        this.future = future;
        this.function = function;
    }

    @Override
    public boolean tryWin() {
        return future.isDone();
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public void watch(Semaphore signal) {
        if (future instanceof CompletableFuture<V> completable) {
            var _ = completable.whenComplete((_, _) -> signal.release());
        } else {
            watcher = Thread.ofVirtual().name("select").start(() -> waitAndSignal(signal));
        }
    }

    private void waitAndSignal(Semaphore signal) {
        try {
            future.get();
        } catch (ExecutionException | CancellationException _) {
            // done as well
        } catch (InterruptedException _) {
            return; // nobody wants to know any more
        }
        signal.release();
    }

    @Override
    public void unwatch(Semaphore signal) {
        Thread waiting = watcher;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    @Override
    public void cancel() {
        future.cancel(true);
    }

    @Override
    public R result() {
        return switch (future.state()) {
            case SUCCESS -> function.apply(future.resultNow());
            case FAILED -> throw new CompletionException(future.exceptionNow());
            case CANCELLED -> throw new CancellationException("the future that won was cancelled");
            case RUNNING -> throw new IllegalStateException("a future that is done runs again");
        };
    }
}
