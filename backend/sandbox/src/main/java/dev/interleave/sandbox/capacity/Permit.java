package dev.interleave.sandbox.capacity;

/// The right to run one thing, for as long as it is held. Closing gives it back, once: closing
/// again does nothing.
public interface Permit extends AutoCloseable {
    @Override
    void close();
}
