package dev.interleave.runner.control;

/// Counts the steps of all schedules, for a watchdog. Written by the carrier, read by any thread.
final class Heartbeat {
    private long beats;
    private volatile long told;

    void beat() {
        told = ++beats;
    }

    long beats() {
        return told;
    }
}
