package dev.interleave.model.control;

/// How much of all interleavings a search has seen.
public enum Extent {
    /// There may be others.
    PART(0),
    /// All but some in which timeouts that could come later come early: there is no end of those.
    ALL_BUT_EARLY(1),
    /// All.
    ALL(2);

    private final int number;

    Extent(int number) {
        this.number = number;
    }

    /// Its number on the wire.
    public int number() {
        return number;
    }

    /// The one with a number; an [IllegalArgumentException] when there is none.
    public static Extent of(int number) {
        for (Extent extent : values()) {
            if (extent.number == number) {
                return extent;
            }
        }
        throw new IllegalArgumentException("there is no extent " + number);
    }
}
