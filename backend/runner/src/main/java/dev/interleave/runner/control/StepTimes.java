package dev.interleave.runner.control;

import dev.interleave.probe.Recording;

import java.util.Arrays;

/// When each step of the reported schedule began, in virtual time: what records say is the number
/// of their step. Written by the carrier; any thread that has a record of a step may ask for its
/// time.
final class StepTimes {
    private volatile long[] began = new long[Length.SEARCHED.steps() + 2];

    void begin(int step, long now) {
        long[] times = began;
        if (step == times.length) {
            times = Arrays.copyOf(times, 2 * step);
            began = times;
        }
        times[step] = now;
    }

    /// The virtual time of a record, in nanoseconds. Later records have later times: those of one
    /// moment differ by what the records say.
    long of(long recordNanos) {
        long[] times = began;
        int step = (int) Math.min(recordNanos / Recording.STEP_NANOS, times.length - 1);
        return times[step] + recordNanos;
    }
}
