package dev.interleave.analysis;

/// How a schedule stood that was cut off because it did not end.
///
/// @param steps how many it had made
/// @param fairSince the step since which everybody who could move had a turn
/// @param hasChanged whether anything has changed since then
/// @param othersEndWithin how many steps the longest schedule took that did end, or 0 when none has
///   been seen
public record CutOff(int steps, int fairSince, boolean hasChanged, int othersEndWithin) {
    /// How long a step looks ([dev.interleave.model.trace.TraceEvent]).
    private static final long STEP_NANOS = 1_000;

    /// When the last part of it began.
    long lastPartNanos() {
        return STEP_NANOS * (steps - (steps - fairSince) / 4);
    }
}
