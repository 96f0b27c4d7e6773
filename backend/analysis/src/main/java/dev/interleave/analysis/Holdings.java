package dev.interleave.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who holds which objects, and how often. Confined to the thread that folds.
///
/// Nearly always an object has one holder at most, which has its place in two arrays; the others,
/// as of a lock that readers share, are in a map.
final class Holdings {
    private static final int[] NOBODY = {};

    private int[] firstLane = new int[64];
    private int[] firstTimes = new int[64];
    private final Map<Integer, LinkedHashMap<Integer, Integer>> others = new HashMap<>();

    /// Takes it so many times more; whether the lane did not hold it before.
    boolean taken(int object, int lane, int times) {
        reserve(object);
        if (firstTimes[object] > 0 && firstLane[object] == lane) {
            firstTimes[object] += times;
            return false;
        }
        if (firstTimes[object] == 0) {
            firstLane[object] = lane;
            firstTimes[object] = times;
            return true;
        }
        int now =
                others.computeIfAbsent(object, _ -> new LinkedHashMap<>())
                        .merge(lane, times, Integer::sum);
        return now == times;
    }

    /// Gives it up so many times, or as often as the lane holds it; whether the lane does not hold
    /// it any more.
    boolean released(int object, int lane, int times) {
        int left = timesOf(object, lane) - times;
        if (left <= 0) {
            return releasedAll(object, lane) > 0;
        }
        if (firstLane[object] == lane) {
            firstTimes[object] = left;
        } else {
            others.getOrDefault(object, new LinkedHashMap<>()).put(lane, left);
        }
        return false;
    }

    /// Gives it up wholly, and returns how often it was held.
    int releasedAll(int object, int lane) {
        int times = timesOf(object, lane);
        if (times == 0) {
            return 0;
        }
        if (firstLane[object] == lane) {
            firstTimes[object] = 0;
            promote(object);
            return times;
        }
        LinkedHashMap<Integer, Integer> rest = others.get(object);
        if (rest != null) {
            rest.remove(lane);
            if (rest.isEmpty()) {
                others.remove(object);
            }
        }
        return times;
    }

    /// How often the lane holds it.
    int timesOf(int object, int lane) {
        if (object >= firstTimes.length || firstTimes[object] == 0) {
            return 0;
        }
        if (firstLane[object] == lane) {
            return firstTimes[object];
        }
        return others.isEmpty()
                ? 0
                : others.getOrDefault(object, new LinkedHashMap<>()).getOrDefault(lane, 0);
    }

    /// The lane that holds `object`, the first of several, or 0.
    int holderOf(int object) {
        return object < firstTimes.length && firstTimes[object] > 0 ? firstLane[object] : 0;
    }

    /// All lanes that hold `object`.
    int[] holdersOf(int object) {
        int first = holderOf(object);
        if (first == 0) {
            return NOBODY;
        }
        int[] holders = {first};
        Map<Integer, Integer> rest = others.get(object);
        if (rest != null) {
            holders = Arrays.copyOf(holders, 1 + rest.size());
            int at = 1;
            for (int lane : rest.keySet()) {
                holders[at++] = lane;
            }
        }
        return holders;
    }

    /// Once the first holder has given the object up, the next is the first.
    private void promote(int object) {
        LinkedHashMap<Integer, Integer> rest = others.get(object);
        if (rest == null) {
            return;
        }
        Map.Entry<Integer, Integer> next = rest.pollFirstEntry();
        if (rest.isEmpty()) {
            others.remove(object);
        }
        firstLane[object] = next.getKey();
        firstTimes[object] = next.getValue();
    }

    private void reserve(int object) {
        if (object >= firstTimes.length) {
            int length = Math.max(object + 1, firstTimes.length * 2);
            firstLane = Arrays.copyOf(firstLane, length);
            firstTimes = Arrays.copyOf(firstTimes, length);
        }
    }
}
