package dev.interleave.analysis.races;

/// A moment in the life of one thread, `c@t` in the FastTrack paper: the thread's number in the
/// upper half of a `long`, its clock in the lower. Both are positive, so that [#NONE] is no
/// thread's.
final class Epoch {
    /// Before everything.
    static final long NONE = 0;

    private Epoch() {}

    static long of(int thread, int clock) {
        return (long) thread << Integer.SIZE | clock;
    }

    static int thread(long epoch) {
        return (int) (epoch >>> Integer.SIZE);
    }

    static int clock(long epoch) {
        return (int) epoch;
    }
}
