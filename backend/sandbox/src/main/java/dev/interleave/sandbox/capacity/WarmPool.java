package dev.interleave.sandbox.capacity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Keeps a number of things booted and ready, each to be taken out once and for good. Safe for use
/// by several threads.
///
/// @param <T> what it keeps; who takes one closes it, the pool closes the others
public final class WarmPool<T extends AutoCloseable> implements AutoCloseable {
    /*
     * Spares are booted one at a time, so that filling the pool never takes more than one
     * processor from those who run. A boot that fails is tried again ever more slowly; somebody
     * who wants one in the meantime has it booted on the own thread and so sees the failure
     * itself, not a summary of it.
     */

    private static final Duration CHECK_PERIOD = Duration.ofSeconds(5);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final String what;
    private final int spares;
    private final Boot<T> boot;
    private final Predicate<T> healthy;
    private final Later later;

    /// Guards all below. Nothing is booted, closed or asked for its health with it held.
    private final Object lock = new Object();

    private final Deque<T> ready = new ArrayDeque<>();
    private Optional<Exception> lastFailure = Optional.empty();
    private int failuresInARow;
    private boolean refilling;
    private boolean closed;

    /// A pool that begins to fill itself.
    ///
    /// @param what its name in messages
    /// @param spares how many to keep ready
    /// @param boot makes one
    /// @param healthy whether one that is ready still works
    /// @param later where the pool's own work is done
    public WarmPool(String what, int spares, Boot<T> boot, Predicate<T> healthy, Later later) {
        this.what = what;
        this.spares = spares;
        this.boot = boot;
        this.healthy = healthy;
        this.later = later;
        refill();
        later.run(CHECK_PERIOD, this::checkAgainAndAgain);
    }

    /// One that is ready and works; boots it if there is none. A [BootFailure] if that fails.
    public T take() {
        Optional<T> spare = takeSpare();
        refill();
        return spare.orElseGet(this::bootOnDemand);
    }

    /// How many are ready.
    public int ready() {
        synchronized (lock) {
            return ready.size();
        }
    }

    /// Why the latest boot in the background failed, or empty if it did not.
    public Optional<Exception> lastFailure() {
        synchronized (lock) {
            return lastFailure;
        }
    }

    /// Replaces what is no longer healthy. The pool does it every five seconds by itself.
    public void check() {
        for (T spare : readyNow()) {
            if (!healthy.test(spare) && takeBack(spare)) {
                end(spare);
            }
        }
        refill();
    }

    /// Closes what is ready. What was taken out belongs to its takers.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        for (T spare : readyNow()) {
            if (takeBack(spare)) {
                end(spare);
            }
        }
    }

    private Optional<T> takeSpare() {
        while (true) {
            T spare;
            synchronized (lock) {
                if (closed) {
                    throw new IllegalStateException("the pool of " + what + " is closed");
                }
                spare = ready.poll();
            }
            if (spare == null) {
                return Optional.empty();
            }
            if (healthy.test(spare)) {
                return Optional.of(spare);
            }
            end(spare);
        }
    }

    private T bootOnDemand() {
        try {
            return boot.boot();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BootFailure(what, e);
        } catch (Exception e) {
            throw new BootFailure(what, e);
        }
    }

    private void refill() {
        Duration delay;
        synchronized (lock) {
            if (closed || refilling || ready.size() >= spares) {
                return;
            }
            refilling = true;
            delay = retryDelay();
        }
        later.run(delay, this::bootSpare);
    }

    private Duration retryDelay() {
        if (failuresInARow == 0) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failuresInARow - 1, 20);
        Duration delay = FIRST_RETRY.multipliedBy(1L << doublings);
        return delay.compareTo(LAST_RETRY) < 0 ? delay : LAST_RETRY;
    }

    private void bootSpare() {
        try {
            synchronized (lock) {
                if (closed) {
                    return;
                }
            }
            T spare = boot.boot();
            succeeded();
            if (!putIn(spare)) {
                end(spare);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
        } catch (Exception e) {
            failed(e);
        } finally {
            synchronized (lock) {
                refilling = false;
            }
            refill();
        }
    }

    private void succeeded() {
        synchronized (lock) {
            failuresInARow = 0;
            lastFailure = Optional.empty();
        }
    }

    private void failed(Exception failure) {
        synchronized (lock) {
            failuresInARow++;
            lastFailure = Optional.of(failure);
        }
    }

    /// False if the pool is closed, and has no place for it any more.
    private boolean putIn(T spare) {
        synchronized (lock) {
            return !closed && ready.add(spare);
        }
    }

    /// Whether the spare was still here, and is the caller's now.
    private boolean takeBack(T spare) {
        synchronized (lock) {
            return ready.remove(spare);
        }
    }

    private List<T> readyNow() {
        synchronized (lock) {
            return List.copyOf(ready);
        }
    }

    private void checkAgainAndAgain() {
        synchronized (lock) {
            if (closed) {
                return;
            }
        }
        check();
        later.run(CHECK_PERIOD, this::checkAgainAndAgain);
    }

    private void end(T one) {
        try {
            one.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            synchronized (lock) {
                lastFailure = Optional.of(e);
            }
        }
    }
}
