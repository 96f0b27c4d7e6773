package dev.interleave.runner.control;

/// How long a schedule may be.
///
/// @param steps after how many it is cut off
/// @param endsAfterRace whether it is cut off shortly after its first race
public record Length(int steps, boolean endsAfterRace) {
    /// For the schedules of a search.
    public static final Length SEARCHED = new Length(20_000, false);

    /// For one of which it matters whether it has an end at all.
    public static final Length WHOLE = new Length(500_000, false);

    /// Until shortly after the race of an endless one.
    public static final Length TO_RACE = new Length(SEARCHED.steps, true);

    /// Whether a schedule that was cut off is far longer than one of so many steps, so that it is
    /// not just a bit longer.
    public boolean isFarLonger(int other) {
        return steps / 4 >= other;
    }
}
