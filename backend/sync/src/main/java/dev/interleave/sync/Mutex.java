package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A value behind a lock: the only way to the value is through the lock. Rust's `Mutex<T>`.
///
/// ```java
/// var counter = new Mutex<>(0);
/// try (var number = counter.lock()) {
///     number.set(number.get() + 1);
/// } // the lock is given up here
/// counter.update(number -> number + 1); // the same in one call
/// ```
///
/// Not like Rust: the type can't stop you from keeping a reference to a changeable value, say a
/// list, and using it without the lock. And a thread that locks again what it already has locked
/// gets an [IllegalStateException]; in Rust it panics or waits for itself for ever.
///
/// *Poison.* As in Rust, a mutex is poisoned when a thread fails while it holds the lock: from then
/// on it throws [PoisonedException] to all who want in, until somebody repairs the value. What is
/// noticed: everything that is thrown out of a function given to [#with], [#use] or [#update]. What
/// is not: an exception that leaves a `try` block with a guard. Java tells `close` nothing about
/// why it is called, where a Rust guard can ask whether its thread panics. So where a half-made
/// change would do harm, change the value in `with`, `use` or `update`.
///
/// @param <T> the type of the value, which is never null
public final class Mutex<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Guarded<T> guarded;

    /// A mutex that nobody holds.
    ///
    /// @param value what it guards
    public Mutex(T value) {
        this.guarded = new Guarded<>(value);
    }

    /// Waits for the lock, and hands out the guard that holds it. An interrupt does not end the
    /// wait.
    ///
    /// @throws PoisonedException if it is poisoned; the lock is not held then
    /// @throws IllegalStateException if this thread already holds the lock
    public MutexGuard<T> lock() {
        acquire();
        return soundGuard();
    }

    /// The guard if the lock is free right now; empty if some thread holds it, this one included.
    ///
    /// @throws PoisonedException if it is poisoned; the lock is not held then
    public Optional<MutexGuard<T>> tryLock() {
        return tryAcquire() ? Optional.of(soundGuard()) : Optional.empty();
    }

    /// As [#lock()], poisoned or not: to look at what is left, and to repair it.
    public MutexGuard<T> lockAnyway() {
        acquire();
        return new MutexGuard<>(this, guarded);
    }

    /// Applies a function to the value under the lock. What the function throws poisons the mutex.
    ///
    /// @return what the function returns
    public <R extends @Nullable Object> R with(Function<? super T, ? extends R> function) {
        acquire();
        try {
            guarded.requireSound();
            return guarded.poisonedByPanic(function);
        } finally {
            release();
        }
    }

    /// Hands the value to `action` under the lock. What the action throws poisons the mutex.
    public void use(Consumer<? super T> action) {
        with(value -> {
            action.accept(value);
            return value;
        });
    }

    /// Replaces the value by what `change` makes of it, under the lock. What the change throws
    /// poisons the mutex, and the value stays.
    ///
    /// @return the new value
    public T update(UnaryOperator<T> change) {
        return with(value -> guarded.set(change.apply(value)));
    }

    /// Whether a thread failed while it held the lock, and nobody has called [#clearPoison()]
    /// since.
    public boolean isPoisoned() {
        return guarded.isPoisoned();
    }

    /// Declares the value sound again.
    public void clearPoison() {
        guarded.clearPoison();
    }

    private MutexGuard<T> soundGuard() {
        try {
            guarded.requireSound();
        } catch (PoisonedException e) {
            release();
            throw e;
        }
        return new MutexGuard<>(this, guarded);
    }

    void acquire() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread already holds the mutex");
        }
        lock.lock();
    }

    boolean tryAcquire() {
        return !lock.isHeldByCurrentThread() && lock.tryLock();
    }

    void release() {
        lock.unlock();
    }
}
