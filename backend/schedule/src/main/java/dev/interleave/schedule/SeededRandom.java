package dev.interleave.schedule;

/// Random numbers that are the same for the same seed on every JDK: people keep seeds. Not
/// thread-safe.
///
/// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
final class SeededRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /// From 0 to `bound` - 1, where `bound` is 1 or more. Lemire's multiplication; that some values
    /// are more probable by one in 2^32 is accepted.
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// From 0 to just below 1.
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// A number whose bits all depend on all of `value`'s.
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
