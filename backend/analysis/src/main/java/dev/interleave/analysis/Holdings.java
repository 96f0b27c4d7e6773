package dev.interleave.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Who holds which monitor or lock, and how often. Confined to the thread that folds.
///
/// Events of different lanes may come out of order within a batch: a lane may be seen to take a
/// lock before its holder is seen to give it up. So each lane's own count is kept; once everything
/// is drained at most one is above zero. Nearly always there is one lane only, so the first has its
/// place in two arrays, and the others are in a map.
final class Holdings {
    private int[] firstLane = new int[64];
    private int[] firstTimes = new int[64];
    private final Map<Long, Integer> otherTimes = new HashMap<>();

    void taken(int object, int lane, int times) {
        reserve(object);
        if (firstTimes[object] == 0 || firstLane[object] == lane) {
            firstLane[object] = lane;
            firstTimes[object] += times;
        } else {
            otherTimes.merge(key(object, lane), times, Integer::sum);
        }
    }

    /// Gives it up once; without effect when the lane does not hold it, as when `unlock` throws.
    void released(int object, int lane) {
        reserve(object);
        if (firstTimes[object] > 0 && firstLane[object] == lane) {
            firstTimes[object]--;
            promote(object);
        } else if (!otherTimes.isEmpty()) {
            otherTimes.computeIfPresent(
                    key(object, lane), (_, times) -> times == 1 ? null : times - 1);
        }
    }

    /// Gives it up wholly, and returns how often it was held.
    int releasedAll(int object, int lane) {
        reserve(object);
        if (firstTimes[object] > 0 && firstLane[object] == lane) {
            int times = firstTimes[object];
            firstTimes[object] = 0;
            promote(object);
            return times;
        }
        Integer times = otherTimes.remove(key(object, lane));
        return times == null ? 0 : times;
    }

    /// The lane that holds `object`, or 0.
    int holderOf(int object) {
        return object < firstTimes.length && firstTimes[object] > 0 ? firstLane[object] : 0;
    }

    /// Once the first lane has given the object up, another that was seen to take it early is the
    /// first.
    private void promote(int object) {
        if (firstTimes[object] > 0 || otherTimes.isEmpty()) {
            return;
        }
        for (Map.Entry<Long, Integer> other : otherTimes.entrySet()) {
            if (other.getKey() >> 32 == object) {
                firstLane[object] = other.getKey().intValue();
                firstTimes[object] = other.getValue();
                otherTimes.remove(other.getKey());
                return;
            }
        }
    }

    private void reserve(int object) {
        if (object >= firstTimes.length) {
            int length = Math.max(object + 1, firstTimes.length * 2);
            firstLane = Arrays.copyOf(firstLane, length);
            firstTimes = Arrays.copyOf(firstTimes, length);
        }
    }

    private static long key(int object, int lane) {
        return (long) object << 32 | lane;
    }
}
