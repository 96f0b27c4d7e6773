package dev.interleave.analysis;

import java.util.HashMap;
import java.util.Map;

/// Who started which lane, and when lanes began and ended. Confined to the thread that folds.
final class Lives {
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Long> ends = new HashMap<>();

    void accept(Event event) {
        switch (event.kind) {
            case THREAD_STARTED -> parents.putIfAbsent((int) event.argument, event.lane);
            case THREAD_ENDED -> ends.put(event.lane, event.nanos);
            default -> {}
        }
    }

    /// Whether `parent` is the lane that started `child`.
    boolean isStartedBy(int child, int parent) {
        return parents.getOrDefault(child, 0) == parent;
    }

    /// Whether the lane had ended by then.
    boolean isEndedBy(int lane, long nanos) {
        return ends.getOrDefault(lane, Long.MAX_VALUE) <= nanos;
    }
}
