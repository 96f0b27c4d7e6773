package dev.interleave.runner.control;

import dev.interleave.probe.Recording;

/// When each step of the reported schedule began, in virtual time: what records say is the number
/// of their step. Written by the carrier; any thread that has a record of a step may ask for its
/// time.
final class StepTimes {
    private final long[] began = new long[Scheduler.MAX_STEPS + 2];

    void begin(int step, long now) {
        began[step] = now;
    }

    /// The virtual time of a record, in nanoseconds. Later records have later times: those of one
    /// moment differ by what the records say.
    long of(long recordNanos) {
        int step = (int) Math.min(recordNanos / Recording.STEP_NANOS, began.length - 1);
        return began[step] + recordNanos;
    }
}
