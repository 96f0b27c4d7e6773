package dev.interleave.model.control;

import org.jspecify.annotations.Nullable;

/// What a run that decides every switch itself is to do.
///
/// @param isSearch whether to search for an interleaving that fails; else one schedule runs
/// @param seed where the random choices start
/// @param strategy how to choose
/// @param schedule the schedule to follow, or null; after its end, and without one, `strategy`
///   chooses in a search, and the seed does otherwise
/// @param maxSchedules how many schedules a search may run, 1 or more
public record Control(
        boolean isSearch,
        long seed,
        StrategyKind strategy,
        @Nullable Schedule schedule,
        int maxSchedules) {
    /// The most schedules anybody may ask for.
    public static final int MAX_SCHEDULES = 10_000_000;

    /// Checks the range.
    public Control {
        if (maxSchedules < 1 || maxSchedules > MAX_SCHEDULES) {
            throw new IllegalArgumentException(
                    "maxSchedules must be 1 to " + MAX_SCHEDULES + "; it is " + maxSchedules);
        }
    }
}
