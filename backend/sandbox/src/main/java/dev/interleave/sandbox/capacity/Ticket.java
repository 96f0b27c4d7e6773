package dev.interleave.sandbox.capacity;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One client's place in the queue of an [Admission]. Safe for use by several threads.
public final class Ticket implements AutoCloseable {
    private enum State {
        WAITING,
        /// It holds a place nobody has taken out yet.
        ADMITTED,
        /// The place belongs to a permit, or is given back.
        SPENT
    }

    private final Admission admission;
    private final ReentrantLock lock;
    private final Condition decided;
    private final String client;
    private final QueueListener listener;

    // Guarded by the admission's lock.
    private State state = State.WAITING;
    private int position = -1;
    private int lastWaiting = -1;

    Ticket(Admission admission, ReentrantLock lock, String client, QueueListener listener) {
        this.admission = admission;
        this.lock = lock;
        this.decided = lock.newCondition();
        this.client = client;
        this.listener = listener;
    }

    /// Waits for its turn; empty if it is closed before that, or the permit is out already.
    public Optional<Permit> await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state == State.WAITING) {
                decided.await();
            }
            return takePermit();
        } finally {
            lock.unlock();
        }
    }

    /// The permit if it is its turn, without waiting.
    public Optional<Permit> poll() {
        lock.lock();
        try {
            return takePermit();
        } finally {
            lock.unlock();
        }
    }

    /// How many turns it has to wait for: 1 is next, 0 admitted.
    public int position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /// Leaves the queue, and wakes who waits for it. A permit that is out stays good.
    @Override
    public void close() {
        lock.lock();
        try {
            State before = state;
            state = State.SPENT;
            decided.signalAll();
            switch (before) {
                case WAITING -> admission.leaveQueue(client, this);
                case ADMITTED -> admission.leaveRunning();
                case SPENT -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Permit> takePermit() {
        if (state != State.ADMITTED) {
            return Optional.empty();
        }
        state = State.SPENT;
        AtomicBoolean open = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (open.getAndSet(false)) {
                admission.leaveRunning();
            }
        });
    }

    /// Called with the lock held, as is the next.
    void admit() {
        state = State.ADMITTED;
        decided.signalAll();
        moveTo(0, admission.waiting());
    }

    void moveTo(int newPosition, int waiting) {
        if (newPosition != position || waiting != lastWaiting) {
            position = newPosition;
            lastWaiting = waiting;
            listener.moved(newPosition, waiting);
        }
    }
}
