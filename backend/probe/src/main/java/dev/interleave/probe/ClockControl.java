package dev.interleave.probe;

/// The virtual time of a controlled run. See [Controller].
public interface ClockControl {
    /// The program looks at the time, which takes a while.
    void lookAtClock();

    /// Virtual time since some moment.
    long nanoTime();

    /// Virtual time of the wall clock.
    long currentTimeMillis();
}
