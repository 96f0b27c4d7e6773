package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The end of a [Channel] that messages come out of. Rust's `Receiver<T>`.
///
/// There is one, and one thread at a time may use it: a second that comes while one is waiting gets
/// an [IllegalStateException]. Threads that share a receiver put it into a [Mutex], as in Rust.
///
/// A `for` loop over it receives until all senders are closed and all messages received. Leaving
/// the loop early leaves the rest in the channel.
///
/// @param <T> the type of the messages
public final class Receiver<T> implements AutoCloseable, Iterable<T> {
    private final Channel<T> channel;

    Receiver(Channel<T> channel) {
        this.channel = channel;
    }

    /// Takes the next message, and waits for it if there is none.
    ///
    /// @throws ChannelClosedException if all senders are closed and all messages received
    /// @throws WaitInterruptedException if interrupted while it waits
    /// @throws IllegalStateException if this receiver is closed or another thread is waiting for it
    public T receive() {
        T message = channel.take();
        if (message == null) {
            throw finished();
        }
        return message;
    }

    /// Takes the next message, and waits for it no longer than `timeout`.
    ///
    /// @return the message, or empty if none has come in this time
    /// @throws ChannelClosedException if all senders are closed and all messages received
    /// @throws WaitInterruptedException if interrupted while it waits
    /// @throws IllegalStateException if this receiver is closed or another thread is waiting for it
    public Optional<T> receive(Duration timeout) {
        return orFinished(channel.take(TimeUnit.NANOSECONDS.convert(timeout)));
    }

    /// Takes the next message if there is one.
    ///
    /// @return the message, or empty if none is there
    /// @throws ChannelClosedException if all senders are closed and all messages received
    /// @throws IllegalStateException if this receiver is closed or another thread is waiting for it
    public Optional<T> tryReceive() {
        return orFinished(channel.takeNow());
    }

    /// The messages as they come; waits for each, as [#receive()] does, in `hasNext`.
    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private @Nullable T next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = channel.take();
                }
                return next != null;
            }

            @Override
            public T next() {
                T message = hasNext() ? next : null;
                if (message == null) {
                    throw new NoSuchElementException("all messages have been received");
                }
                next = null;
                return message;
            }
        };
    }

    /// Says that nobody receives any more: what is under way is dropped, and sending fails. Does
    /// nothing the second time.
    @Override
    public void close() {
        channel.closeReceiver();
    }

    Channel<T> channel() {
        return channel;
    }

    private Optional<T> orFinished(@Nullable T message) {
        if (message == null && channel.isOver()) {
            throw finished();
        }
        return Optional.ofNullable(message);
    }

    private static ChannelClosedException finished() {
        return new ChannelClosedException(
                "all senders are closed, and every message has been received");
    }
}
