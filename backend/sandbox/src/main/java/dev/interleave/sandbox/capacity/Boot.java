package dev.interleave.sandbox.capacity;

/// Makes one thing for a [WarmPool].
///
/// @param <T> what it makes
@FunctionalInterface
public interface Boot<T> {
    /// Makes it, and returns when it is ready for use.
    T boot() throws Exception;
}
