package dev.interleave.probe;

/// Decides who moves, in a controlled run.
///
/// Every method of its parts is called on the carrier, for the green thread that is mounted, and
/// may return after other green threads have moved. While one runs, no hook calls back in.
public interface Controller {
    /// Threads.
    ThreadControl threads();

    /// Monitors.
    MonitorControl monitors();

    /// Memory.
    MemoryControl memory();

    /// Classes.
    ClassControl classes();

    /// Time.
    ClockControl clock();

    /// What is drawn by chance elsewhere.
    ChanceControl chance();
}
