package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A value that many may read at once, or one may change. Rust's `RwLock<T>`.
///
/// ```java
/// var price = new RwLock<>(5);
/// try (var mine = price.read();
///         var yours = price.read()) { // many readers
///     IO.println(mine.get() + yours.get());
/// }
/// try (var writer = price.write()) { // one writer, and no reader
///     writer.set(writer.get() + 1);
/// }
/// ```
///
/// Not like Rust: a reader of a changeable value, say a list, could change it; don't. A thread that
/// reads may read again, as above, but one that waits for itself, because it wants to write what it
/// reads or to take again what it writes, gets an [IllegalStateException] instead of a deadlock.
///
/// *Poison.* As in Rust only writers poison, and as with [Mutex] only what is thrown out of a
/// function is noticed, here one given to [#withWrite], [#useWrite] or [#update]. A poisoned lock
/// throws [PoisonedException] to readers and writers.
///
/// @param <T> the type of the value, which is never null
public final class RwLock<T> {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Guarded<T> guarded;

    /// A lock that nobody holds.
    ///
    /// @param value what it guards
    public RwLock(T value) {
        this.guarded = new Guarded<>(value);
    }

    /// Waits until nobody writes, and hands out a guard that holds the lock for reading. An
    /// interrupt does not end the wait.
    ///
    /// @throws PoisonedException if it is poisoned; the lock is not held then
    /// @throws IllegalStateException if this thread is writing
    public ReadGuard<T> read() {
        acquireShared();
        return soundReadGuard();
    }

    /// The guard for reading if nobody writes right now; empty if some thread does, this one
    /// included.
    ///
    /// @throws PoisonedException if it is poisoned; the lock is not held then
    public Optional<ReadGuard<T>> tryRead() {
        return tryAcquireShared() ? Optional.of(soundReadGuard()) : Optional.empty();
    }

    /// Waits until nobody reads or writes, and hands out a guard that holds the lock for writing.
    /// An interrupt does not end the wait.
    ///
    /// @throws PoisonedException if it is poisoned; the lock is not held then
    /// @throws IllegalStateException if this thread is reading or writing
    public WriteGuard<T> write() {
        acquire();
        return soundWriteGuard();
    }

    /// The guard for writing if nobody reads or writes right now; empty if some thread does, this
    /// one included.
    ///
    /// @throws PoisonedException if it is poisoned; the lock is not held then
    public Optional<WriteGuard<T>> tryWrite() {
        return tryAcquire() ? Optional.of(soundWriteGuard()) : Optional.empty();
    }

    /// As [#write()], poisoned or not: to look at what is left, and to repair it.
    public WriteGuard<T> writeAnyway() {
        acquire();
        return new WriteGuard<>(this, guarded);
    }

    /// Applies a function to the value while nobody writes.
    ///
    /// @return what the function returns
    public <R extends @Nullable Object> R withRead(Function<? super T, ? extends R> function) {
        try (var guard = read()) {
            return function.apply(guard.get());
        }
    }

    /// Hands the value to `action` while nobody writes.
    public void useRead(Consumer<? super T> action) {
        try (var guard = read()) {
            action.accept(guard.get());
        }
    }

    /// Applies a function to the value while nobody else reads or writes. What the function throws
    /// poisons the lock.
    ///
    /// @return what the function returns
    public <R extends @Nullable Object> R withWrite(Function<? super T, ? extends R> function) {
        acquire();
        try {
            guarded.requireSound();
            return guarded.poisonedByPanic(function);
        } finally {
            release();
        }
    }

    /// Hands the value to `action` while nobody else reads or writes. What the action throws
    /// poisons the lock.
    public void useWrite(Consumer<? super T> action) {
        withWrite(value -> {
            action.accept(value);
            return value;
        });
    }

    /// Replaces the value by what `change` makes of it, while nobody else reads or writes. What the
    /// change throws poisons the lock, and the value stays.
    ///
    /// @return the new value
    public T update(UnaryOperator<T> change) {
        return withWrite(value -> guarded.set(change.apply(value)));
    }

    /// Whether a writer failed, and nobody has called [#clearPoison()] since.
    public boolean isPoisoned() {
        return guarded.isPoisoned();
    }

    /// Declares the value sound again.
    public void clearPoison() {
        guarded.clearPoison();
    }

    private ReadGuard<T> soundReadGuard() {
        try {
            guarded.requireSound();
        } catch (PoisonedException e) {
            releaseShared();
            throw e;
        }
        return new ReadGuard<>(this, guarded);
    }

    private WriteGuard<T> soundWriteGuard() {
        try {
            guarded.requireSound();
        } catch (PoisonedException e) {
            release();
            throw e;
        }
        return new WriteGuard<>(this, guarded);
    }

    void acquire() {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("this thread is reading, so it can't write");
        }
        requireNotWriting();
        lock.writeLock().lock();
    }

    boolean tryAcquire() {
        return !lock.isWriteLockedByCurrentThread() && lock.writeLock().tryLock();
    }

    void release() {
        lock.writeLock().unlock();
    }

    void acquireShared() {
        requireNotWriting();
        lock.readLock().lock();
    }

    boolean tryAcquireShared() {
        return !lock.isWriteLockedByCurrentThread() && lock.readLock().tryLock();
    }

    void releaseShared() {
        lock.readLock().unlock();
    }

    private void requireNotWriting() {
        if (lock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("this thread is already writing");
        }
    }
}
