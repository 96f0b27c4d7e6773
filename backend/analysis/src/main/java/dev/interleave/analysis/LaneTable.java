package dev.interleave.analysis;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/// The lanes that have not ended, by number. Confined to the thread that folds.
final class LaneTable {
    private @Nullable Lane[] lanes = new @Nullable Lane[64];
    private final BitSet ended = new BitSet();

    /// The lane with this number, made when it is new.
    Lane open(int number) {
        if (number >= lanes.length) {
            lanes = Arrays.copyOf(lanes, Math.max(number + 1, lanes.length * 2));
        }
        Lane lane = lanes[number];
        if (lane == null) {
            lane = new Lane(number);
            lanes[number] = lane;
        }
        return lane;
    }

    /// The lane with this number, or null when there is none, or no longer.
    @Nullable Lane find(int number) {
        return number < 1 || number >= lanes.length ? null : lanes[number];
    }

    /// One above the highest number there is.
    int limit() {
        return lanes.length;
    }

    /// Forgets a lane that has ended; there may be very many.
    void end(int number) {
        lanes[number] = null;
        ended.set(number);
    }

    boolean isEnded(int number) {
        return ended.get(number);
    }

    /// All that have not ended.
    List<Lane> alive() {
        return Arrays.stream(lanes).filter(Objects::nonNull).toList();
    }
}
