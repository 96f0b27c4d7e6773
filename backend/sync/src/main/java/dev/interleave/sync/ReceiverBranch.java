package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// A channel's next message.
final class ReceiverBranch<T, R extends @Nullable Object> implements SelectBranch<R> {
    private final Channel<T> channel;
    private final Function<? super T, ? extends R> function;
    private @Nullable T message;

    ReceiverBranch(Channel<T> channel, Function<? super T, ? extends R> function) {
        this.channel = channel;
        this.function = function;
    }

    @Override
    public boolean tryWin() {
        message = channel.takeNow();
        return message != null;
    }

    @Override
    public boolean isOver() {
        return channel.isOver();
    }

    @Override
    public void watch(Semaphore signal) {
        channel.watch(signal);
    }

    @Override
    public void unwatch(Semaphore signal) {
        channel.unwatch(signal);
    }

    @Override
    public void cancel() {} // the messages stay where they are

    @Override
    public R result() {
        T taken = message;
        if (taken == null) {
            throw new IllegalStateException("only the winner has a message");
        }
        return function.apply(taken);
    }
}
