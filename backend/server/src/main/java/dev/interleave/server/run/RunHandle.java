package dev.interleave.server.run;

/// A run that somebody started.
public interface RunHandle {
    /// Stops it, wherever it is. Its listener is told how it ended, as always. Without effect when
    /// it is over.
    void stop();
}
