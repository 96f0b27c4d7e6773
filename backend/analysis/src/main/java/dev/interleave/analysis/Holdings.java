package dev.interleave.analysis;

import java.util.HashMap;
import java.util.Map;

/// Who holds which monitor or lock, and how often. Confined to the thread that folds.
///
/// Events of different lanes may come out of order within a batch: a lane may be seen to take a
/// lock before its holder is seen to give it up. So each lane's own count is kept, and the holder
/// is the lane whose count is above zero; once everything is drained there is at most one.
final class Holdings {
    private final Map<Integer, Map<Integer, Integer>> countsByObject = new HashMap<>();

    void taken(int object, int lane, int times) {
        countsByObject
                .computeIfAbsent(object, _ -> new HashMap<>())
                .merge(lane, times, Integer::sum);
    }

    /// Gives it up once; without effect when the lane does not hold it, as when `unlock` throws.
    void released(int object, int lane) {
        Map<Integer, Integer> counts = countsByObject.get(object);
        if (counts != null) {
            counts.computeIfPresent(lane, (_, times) -> times == 1 ? null : times - 1);
            if (counts.isEmpty()) {
                countsByObject.remove(object);
            }
        }
    }

    /// Gives it up wholly, and returns how often it was held.
    int releasedAll(int object, int lane) {
        Map<Integer, Integer> counts = countsByObject.get(object);
        Integer times = counts == null ? null : counts.remove(lane);
        return times == null ? 0 : times;
    }

    /// The lane that holds `object`, or 0.
    int holderOf(int object) {
        for (int lane : countsByObject.getOrDefault(object, Map.of()).keySet()) {
            return lane;
        }
        return 0;
    }
}
