package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Function;

/// What a lock guards, and whether a panic may have left it half changed.
final class Guarded<T> {
    private T value; // guarded by the lock whose part this is
    private volatile @Nullable Throwable panic; // written under that lock

    Guarded(T value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    T get() {
        return value;
    }

    T set(T newValue) {
        value = Objects.requireNonNull(newValue, "value");
        return newValue;
    }

    boolean isPoisoned() {
        return panic != null;
    }

    void clearPoison() {
        panic = null;
    }

    /// Throws if a panic has left its mark. Called under the lock, which the caller gives up then.
    void requireSound() {
        Throwable cause = panic;
        if (cause != null) {
            throw new PoisonedException(value, cause);
        }
    }

    /// Lets `body` work on the value. What it throws poisons the value and flies on.
    <R extends @Nullable Object> R poisonedByPanic(Function<? super T, ? extends R> body) {
        try {
            return body.apply(value);
        } catch (Throwable thrown) {
            panic = thrown;
            throw thrown;
        }
    }
}
