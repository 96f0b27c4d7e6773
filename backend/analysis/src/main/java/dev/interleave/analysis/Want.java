package dev.interleave.analysis;

import java.util.SortedMap;

/// What a thread wanted in the last steps of a schedule that was cut off, and did not get.
///
/// @param lane whose want it is
/// @param object the monitor, the lock, or what has the permits
/// @param isPermits whether it has permits
/// @param site where it waits or tried last
/// @param tries how often it tried in vain, or 0 when it waits all the time
/// @param takers the others that took it meanwhile, and how often
/// @param isAll whether it did nothing else that others could see
record Want(
        int lane,
        int object,
        boolean isPermits,
        int site,
        int tries,
        SortedMap<Integer, Integer> takers,
        boolean isAll) {
    /// How often others took it.
    int takes() {
        return takers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
