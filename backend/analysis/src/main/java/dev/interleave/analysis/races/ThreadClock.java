package dev.interleave.analysis.races;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// What one thread knows of all: a vector clock (Fidge; Mattern), and the thread's own part of it.
///
/// The thread's clock moves on whenever it tells others something, so whoever knows a moment of its
/// life knows all that it knew then.
final class ThreadClock {
    /// The thread's own moment: [#times] at its number.
    long epoch;

    /// By thread number; what is beyond the end is 0.
    int[] times;

    /// Its reads that may be worth nothing, while there are any.
    @Nullable Glimpses glimpses;

    private final int thread;

    ThreadClock(int thread) {
        this.thread = thread;
        times = new int[thread + 1];
        times[thread] = 1;
        epoch = Epoch.of(thread, 1);
    }

    /// Whether what happened then happens before what this thread does next.
    boolean knows(long then) {
        int other = Epoch.thread(then);
        return other < times.length ? times[other] >= Epoch.clock(then) : then == Epoch.NONE;
    }

    /// Learns what somebody else knew.
    void learn(int[] told) {
        if (told.length > times.length) {
            times = Arrays.copyOf(times, told.length);
        }
        for (int i = 0; i < told.length; i++) {
            if (told[i] > times[i]) {
                times[i] = told[i];
            }
        }
    }

    /// What it does from now on is not part of what it has told.
    void advance() {
        times[thread]++;
        epoch++;
    }
}
