package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A pipe for messages with many producers and one consumer. Rust's `std::sync::mpsc`.
///
/// ```java
/// var channel = Channel.<String>unbounded();
/// Thread.ofVirtual().start(() -> {
///     try (var sender = channel.sender()) {
///         sender.send("hello");
///         sender.send("goodbye");
///     }
/// });
/// for (String message : channel.receiver()) { // ends when all senders are closed
///     IO.println(message);
/// }
/// ```
///
/// It has one [Sender] to begin with, from which more are made with [Sender#clone()], and one
/// [Receiver]. When all senders are closed the receiver gets what is still under way, and then its
/// loop ends. When the receiver is closed sending fails. Messages of one thread arrive in the order
/// in which it sent them.
///
/// Not like Rust: a sender is not closed by going out of scope, so close it, best with `try`. And
/// sending does not move a message: the sender still has its reference. So send what can't change,
/// or forget it.
///
/// @param <T> the type of the messages, which are never null
public final class Channel<T> {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();

    /// The consumer waits here for a message, or for the end.
    private final Condition arrived = lock.newCondition();

    /// Producers wait here: for room, or in a rendezvous until the message is taken.
    private final Condition departed = lock.newCondition();

    // All below is guarded by lock.
    private final ArrayDeque<Message<T>> queue = new ArrayDeque<>();
    private int senders = 1; // open ones
    private int putting; // producers inside put
    private boolean isReceiverClosed;
    private @Nullable Thread consumer; // who is inside take, or watches
    private @Nullable Semaphore watcher; // what to release when something has changed

    private final Sender<T> sender = new Sender<>(this);
    private final Receiver<T> receiver = new Receiver<>(this);

    /// A message on its way. Has its own identity: equal messages may be sent.
    private static final class Message<T> {
        final T content;
        boolean isTaken;

        Message(T content) {
            this.content = content;
        }
    }

    private Channel(int capacity) {
        this.capacity = capacity;
    }

    /// A channel that grows as needed, so that sending never waits: Rust's `channel()`.
    public static <T> Channel<T> unbounded() {
        return new Channel<>(Integer.MAX_VALUE);
    }

    /// A channel for at most `capacity` messages, so that fast producers have to wait: Rust's
    /// `sync_channel(capacity)`. With 0 it is a rendezvous: each `send` waits until its message is
    /// received.
    public static <T> Channel<T> bounded(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException(
                    "capacity is " + capacity + "; it must be 0 or more");
        }
        return new Channel<>(capacity);
    }

    /// The first sender; always the same one.
    public Sender<T> sender() {
        return sender;
    }

    /// The receiver; always the same one.
    public Receiver<T> receiver() {
        return receiver;
    }

    /// Waits for room, and in a rendezvous until the message is taken.
    void put(T content) {
        var message = new Message<>(Objects.requireNonNull(content, "message"));
        lock.lock();
        try {
            requireSender();
            putting++;
            try {
                while (!isReceiverClosed && capacity > 0 && queue.size() >= capacity) {
                    departed.await();
                }
                requireReceiver();
                add(message);
                while (!isReceiverClosed && capacity == 0 && !message.isTaken) {
                    departed.await();
                }
                if (capacity == 0 && !message.isTaken) {
                    requireReceiver();
                }
            } catch (InterruptedException e) {
                if (message.isTaken) {
                    Thread.currentThread().interrupt();
                } else {
                    queue.remove(message);
                    throw WaitInterruptedException.from(e);
                }
            } finally {
                putting--;
                wakeIfFinished();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether there is room; in a rendezvous, whether the consumer is waiting in `take`.
    boolean offer(T content) {
        Objects.requireNonNull(content, "message");
        lock.lock();
        try {
            requireSender();
            requireReceiver();
            boolean fits =
                    capacity == 0
                            ? queue.isEmpty() && consumer != null && watcher == null
                            : queue.size() < capacity;
            if (fits) {
                add(new Message<>(content));
            }
            return fits;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a message; null if none will ever come.
    @Nullable T take() {
        lock.lock();
        try {
            enter(null);
            try {
                T content = poll();
                while (content == null && !isFinished()) {
                    arrived.await();
                    content = poll();
                }
                return content;
            } catch (InterruptedException e) {
                return lateOrThrow(e);
            } finally {
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a message; null if none has come for `nanos`, or none will ever come.
    @Nullable T take(long nanos) {
        lock.lock();
        try {
            enter(null);
            try {
                long left = nanos;
                T content = poll();
                while (content == null && !isFinished() && left > 0) {
                    left = arrived.awaitNanos(left);
                    content = poll();
                }
                return content;
            } catch (InterruptedException e) {
                return lateOrThrow(e);
            } finally {
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes a message if one is there, else null.
    @Nullable T takeNow() {
        lock.lock();
        try {
            Thread other = consumer;
            if (other != null && other != Thread.currentThread()) {
                throw inUse(other);
            }
            return poll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether no message is there, and none will ever come.
    boolean isOver() {
        lock.lock();
        try {
            return isFinished();
        } finally {
            lock.unlock();
        }
    }

    /// Until [#unwatch], has `signal` released whenever a message has come or none will; the
    /// receiver is in use meanwhile.
    void watch(Semaphore signal) {
        lock.lock();
        try {
            enter(signal);
        } finally {
            lock.unlock();
        }
    }

    /// Ends what [#watch] began with the same signal.
    void unwatch(Semaphore signal) {
        lock.lock();
        try {
            if (signal.equals(watcher)) {
                watcher = null;
                consumer = null;
            }
        } finally {
            lock.unlock();
        }
    }

    void openSender() {
        lock.lock();
        try {
            requireSender();
            senders++;
        } finally {
            lock.unlock();
        }
    }

    void closeSender() {
        lock.lock();
        try {
            senders--;
            wakeIfFinished();
        } finally {
            lock.unlock();
        }
    }

    /// Drops what is under way.
    void closeReceiver() {
        lock.lock();
        try {
            isReceiverClosed = true;
            queue.clear();
            departed.signalAll();
            wakeConsumer();
        } finally {
            lock.unlock();
        }
    }

    // What follows is called under the lock.

    private void add(Message<T> message) {
        queue.add(message);
        wakeConsumer();
    }

    private @Nullable T poll() {
        if (isReceiverClosed) {
            throw new IllegalStateException("this receiver is closed");
        }
        Message<T> message = queue.poll();
        if (message == null) {
            return null;
        }
        message.isTaken = true;
        if (capacity == 0) {
            departed.signalAll(); // each waits for its own message
        } else {
            departed.signal();
        }
        return message.content;
    }

    /// A message may have been handed to a consumer that was interrupted at the same time.
    private T lateOrThrow(InterruptedException e) {
        T late = poll();
        if (late == null) {
            throw WaitInterruptedException.from(e);
        }
        Thread.currentThread().interrupt();
        return late;
    }

    private void enter(@Nullable Semaphore signal) {
        Thread other = consumer;
        if (other != null) {
            throw inUse(other);
        }
        consumer = Thread.currentThread();
        watcher = signal;
    }

    private static IllegalStateException inUse(Thread other) {
        return new IllegalStateException(
                "the thread \""
                        + other.getName()
                        + "\" is already waiting for this receiver; share it behind a Mutex");
    }

    private boolean isFinished() {
        return senders == 0 && putting == 0 && queue.isEmpty();
    }

    private void wakeIfFinished() {
        if (isFinished()) {
            wakeConsumer();
        }
    }

    private void wakeConsumer() {
        arrived.signal();
        Semaphore signal = watcher;
        if (signal != null) {
            signal.release();
        }
    }

    private void requireSender() {
        if (senders == 0) {
            throw new IllegalStateException("this sender is closed");
        }
    }

    private void requireReceiver() {
        if (isReceiverClosed) {
            throw new ChannelClosedException(
                    "the receiver is closed, so nobody would get this message");
        }
    }
}
