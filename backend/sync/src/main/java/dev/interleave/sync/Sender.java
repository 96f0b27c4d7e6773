package dev.interleave.sync;

import java.util.concurrent.atomic.AtomicBoolean;

/// An end of a [Channel] that messages go into. Rust's `Sender<T>` and `SyncSender<T>`.
///
/// Any thread may use it, but the custom is one for each producer, who closes it when there is
/// nothing more to say: the receiver's loop ends when all senders are closed.
///
/// @param <T> the type of the messages
public final class Sender<T> implements AutoCloseable {
    private final Channel<T> channel;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    Sender(Channel<T> channel) {
        this.channel = channel;
    }

    /// Puts a message into the channel, and waits for room if the channel is bounded and full. In a
    /// rendezvous (capacity 0) it waits until the message is received.
    ///
    /// @throws ChannelClosedException if the receiver is closed: the message is not sent
    /// @throws WaitInterruptedException if interrupted while it waits: the message is not sent
    /// @throws IllegalStateException if this sender is closed
    public void send(T message) {
        requireOpen();
        channel.put(message);
    }

    /// Puts a message into the channel if that needs no waiting: there is room, or in a rendezvous
    /// the receiver is waiting in [Receiver#receive()], [Receiver#receive(java.time.Duration)] or
    /// its loop. A waiting [Select] does not count, for it may choose another branch.
    ///
    /// @return whether the message is sent
    /// @throws ChannelClosedException if the receiver is closed
    /// @throws IllegalStateException if this sender is closed
    public boolean trySend(T message) {
        requireOpen();
        return channel.offer(message);
    }

    /// One more sender for the same channel, to be closed on its own.
    ///
    /// @throws IllegalStateException if this sender is closed
    @Override
    public Sender<T> clone() {
        requireOpen();
        channel.openSender();
        return new Sender<>(channel);
    }

    /// Says that nothing more comes from here; does nothing the second time.
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            channel.closeSender();
        }
    }

    private void requireOpen() {
        if (isClosed.get()) {
            throw new IllegalStateException("this sender is closed");
        }
    }
}
