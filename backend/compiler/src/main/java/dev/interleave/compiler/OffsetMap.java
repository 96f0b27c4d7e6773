package dev.interleave.compiler;

import java.util.TreeMap;

/// Where the characters of a generated text come from.
final class OffsetMap {
    private record Segment(int generated, int original, int length, boolean copied) {}

    private final TreeMap<Integer, Segment> segments = new TreeMap<>();

    /// Says that `length` characters at `generated` are those at `original`.
    void copied(int generated, int original, int length) {
        segments.put(generated, new Segment(generated, original, length, true));
    }

    /// Says that `length` characters at `generated` were made up; `anchor` is the nearest place in
    /// the original.
    void inserted(int generated, int anchor, int length) {
        segments.put(generated, new Segment(generated, anchor, length, false));
    }

    /// The original place of the character at `generated`.
    int original(int generated) {
        var entry = segments.floorEntry(generated);
        if (entry == null) {
            return 0;
        }
        Segment segment = entry.getValue();
        return segment.copied()
                ? segment.original() + Math.min(generated - segment.generated(), segment.length())
                : segment.original();
    }

    /// The original place after the last character before `generated`.
    int originalEnd(int generated) {
        return generated <= 0 ? 0 : original(generated - 1) + (isCopied(generated - 1) ? 1 : 0);
    }

    /// Whether the character at `generated` was copied.
    boolean isCopied(int generated) {
        var entry = segments.floorEntry(generated);
        return entry != null && entry.getValue().copied();
    }
}
