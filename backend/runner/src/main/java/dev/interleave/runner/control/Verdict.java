package dev.interleave.runner.control;

import org.jspecify.annotations.Nullable;

/// How one schedule ended.
///
/// @param kind how
/// @param key what makes it the same failure as another's; empty for one that passed
/// @param isComplete whether it came to its own end, and the strategy chose all of its steps
/// @param hash of all moves: equal for schedules that went the same way
/// @param thrown what main ended with, or null
public record Verdict(
        Kind kind, String key, boolean isComplete, long hash, @Nullable Throwable thrown) {
    /// How a schedule may end.
    public enum Kind {
        /// All threads ended, or what is left are daemons and idle pools.
        PASSED,
        /// An exception ended main, or another thread and nobody saw.
        THREW,
        /// Nobody can move.
        DEADLOCKED,
        /// Two accesses were not ordered.
        RACED,
        /// It goes on and on, and nothing changes any more.
        LIVELOCKED,
        /// It was cut off after too many steps.
        CUT,
        /// A thread waits in code that must not be left, such as a native method.
        STUCK
    }

    /// Whether it was not cut off.
    public boolean hasEnd() {
        return kind != Kind.CUT && kind != Kind.LIVELOCKED;
    }

    /// Whether something went wrong.
    public boolean isFailure() {
        return !key.isEmpty();
    }
}
