package dev.interleave.sandbox.capacity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Lets at most so many run at once, and so many more wait, clients in turn. Safe for use by
/// several threads.
public final class Admission {
    private final int maxRunning;
    private final int maxWaiting;
    private final int maxWaitingOfOne;

    /// Guards the line, the count, and the state of every ticket. Taken last: listeners are called
    /// with it held.
    private final ReentrantLock lock = new ReentrantLock();

    private final FairLine<Ticket> line = new FairLine<>();
    private int running;

    /// Bounds for what runs, what waits, and what waits for one client.
    public Admission(int maxRunning, int maxWaiting, int maxWaitingOfOne) {
        if (maxRunning < 1 || maxWaiting < 0 || maxWaitingOfOne < 0) {
            throw new IllegalArgumentException(
                    "at least one must run and none fewer wait: "
                            + List.of(maxRunning, maxWaiting, maxWaitingOfOne));
        }
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
        this.maxWaitingOfOne = maxWaitingOfOne;
    }

    /// A place in the queue, or at once past it; empty when the queue, or the client's share of it,
    /// is full. Who gets a ticket closes it, whether its turn came or not.
    public Optional<Ticket> tryEnter(String client, QueueListener listener) {
        lock.lock();
        try {
            Ticket ticket = new Ticket(this, lock, client, listener);
            if (running < maxRunning) {
                running++;
                ticket.admit();
                return Optional.of(ticket);
            }
            if (line.size() >= maxWaiting || line.sizeOf(client) >= maxWaitingOfOne) {
                return Optional.empty();
            }
            line.add(client, ticket);
            tellPositions();
            return Optional.of(ticket);
        } finally {
            lock.unlock();
        }
    }

    /// How many run.
    public int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /// How many wait.
    public int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /// Takes back the place of one that ran, and gives it to the next. Called once for each
    /// admitted ticket.
    void leaveRunning() {
        lock.lock();
        try {
            // Whoever waits does so because all places are taken, so one at most moves up.
            line.poll().ifPresentOrElse(Ticket::admit, () -> running--);
            tellPositions();
        } finally {
            lock.unlock();
        }
    }

    /// Called with the lock held.
    void leaveQueue(String client, Ticket ticket) {
        line.remove(client, ticket);
        tellPositions();
    }

    private void tellPositions() {
        List<Ticket> order = line.inOrder();
        for (int i = 0; i < order.size(); i++) {
            order.get(i).moveTo(i + 1, order.size());
        }
    }
}
