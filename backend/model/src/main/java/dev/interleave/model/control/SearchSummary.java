package dev.interleave.model.control;

/// How far a search has come.
///
/// @param schedules how many schedules it ran
/// @param classes how many of them differ in more than the order of independent steps
/// @param failing how many failed
/// @param extent whether there are other interleavings
/// @param firstFailure which schedule failed first, counted from 1, or 0 when none did
/// @param preemptions how many preemptions the reported schedule has, but for those of threads that
///   move in turn
/// @param isInTurn whether everybody moves in turn in it, from some time on
/// @param remaining how many schedules are left, as far as that can be told, or -1
/// @param millis how long it took
/// @param strategy what chooses at the moment, as a text of at most 100 characters
public record SearchSummary(
        long schedules,
        long classes,
        long failing,
        Extent extent,
        long firstFailure,
        int preemptions,
        boolean isInTurn,
        long remaining,
        long millis,
        String strategy) {
    /// The largest count that every reader of JSON takes as it is.
    private static final long MAX_COUNT = (1L << 53) - 1;

    private static final int MAX_STRATEGY_CHARACTERS = 100;

    /// Checks the ranges.
    public SearchSummary {
        requireRange("schedules", schedules, 0, MAX_COUNT);
        requireRange("classes", classes, 0, schedules);
        requireRange("failing", failing, 0, schedules);
        requireRange("firstFailure", firstFailure, 0, schedules);
        requireRange("preemptions", preemptions, 0, Integer.MAX_VALUE);
        requireRange("remaining", remaining, -1, MAX_COUNT);
        requireRange("millis", millis, 0, MAX_COUNT);
        requireRange("characters of strategy", strategy.length(), 0, MAX_STRATEGY_CHARACTERS);
        if ((failing == 0) != (firstFailure == 0)) {
            throw new IllegalArgumentException(
                    "failing is " + failing + " while firstFailure is " + firstFailure);
        }
    }

    private static void requireRange(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " must be " + least + " to " + most + "; it is " + value);
        }
    }
}
