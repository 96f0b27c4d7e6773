package dev.interleave.analysis;

/// How a schedule stood that was cut off because it did not end.
///
/// @param steps how many it had made
/// @param fairSteps in how many of these, the last ones, everybody who could move had a turn
/// @param lastPartNanos when the last part of those began
/// @param hasChanged whether anything has changed in them
/// @param doOthersEnd whether other schedules were seen to end in less than a quarter of the steps
public record CutOff(
        int steps, int fairSteps, long lastPartNanos, boolean hasChanged, boolean doOthersEnd) {
    /// What is to be said of it, without a full stop.
    public String text() {
        return hasChanged
                ? "The schedule was cut off after " + steps + " steps"
                : "The schedule does not end, and nothing changes";
    }
}
