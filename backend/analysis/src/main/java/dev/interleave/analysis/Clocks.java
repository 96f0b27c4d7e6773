package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Which lanes' steps come before which others, whatever the order of locks: happens-before without
/// the hand-over of monitors and locks. Confined to the thread that folds.
///
/// A vector clock for each lane, but with a part only for the lanes that somebody asked about
/// ([#step]); until then all share one empty array. Clocks are never changed, so that they can be
/// shared. Where it is not known who told whom, more is taken to be ordered than is: whatever was
/// ever told to an object is known to all who later come back from a call on it, and the end of a
/// task to all who come back from a wait for a future or pool. A join must be recorded even when
/// the thread it waits for has ended already.
final class Clocks {
    /// So many lanes have a part.
    static final int MAX_PARTS = 256;

    private static final int[] START = {};
    private static final boolean[] FUTURES = futures();

    private final Map<Integer, Integer> parts = new HashMap<>();
    private final Map<Integer, int[]> lanes = new HashMap<>();
    private final Map<Integer, int[]> objects = new HashMap<>();
    private int[] tasksEnded = START;

    /// The parts of lanes that have taken a step since they told something: the others' time stands
    /// still.
    private final BitSet hasStepped = new BitSet();

    /// The lane's part in all clocks, from 0; -1 when there are no more. The lane takes a step that
    /// is asked about later.
    int step(int lane) {
        Integer part = parts.get(lane);
        if (part != null) {
            hasStepped.set(part);
            return part;
        }
        if (parts.size() == MAX_PARTS) {
            return -1;
        }
        int fresh = parts.size();
        parts.put(lane, fresh);
        hasStepped.set(fresh);
        int[] clock = Arrays.copyOf(of(lane), Math.max(fresh + 1, of(lane).length));
        clock[fresh] = 1;
        lanes.put(lane, clock);
        return fresh;
    }

    /// What a lane knows of the others. Not to be changed.
    int[] of(int lane) {
        return lanes.isEmpty() ? START : lanes.getOrDefault(lane, START);
    }

    /// Whether a step of the lane with this part, at its time `at`, comes before a step with
    /// `clock`.
    static boolean isBefore(int part, int at, int[] clock) {
        return part < clock.length && clock[part] >= at;
    }

    /// Takes in an event; `states` says how it was until now.
    void accept(Event event, Lane self, LaneStates states) {
        int other = (int) event.argument;
        switch (event.kind) {
            case JOIN_ENDED -> learn(event.lane, tell(self.subject));
            case THREAD_STARTED, THREAD_INTERRUPTED -> learn(other, tell(event.lane));
            case UNPARKED -> {
                Lane target = states.find(other);
                if (target != null && !Lane.isLocking(target.role)) {
                    learn(other, tell(event.lane));
                }
            }
            case MONITOR_NOTIFIED, TASK_SUBMITTED -> publish(event.lane, event.object);
            case MONITOR_WAIT_ENDED, TASK_BEGAN -> learn(event.lane, objectClock(event.object));
            case TASK_ENDED -> {
                publish(event.lane, event.object);
                tasksEnded = merged(tasksEnded, of(event.lane));
            }
            case CALL_BEGAN -> {
                if (event.role == Role.WAIT) {
                    publish(event.lane, event.object);
                }
            }
            case CALL_MADE -> {
                learn(event.lane, objectClock(event.object));
                publish(event.lane, event.object);
            }
            case CALL_ENDED, CALL_THREW -> {
                if (event.role != Role.IDLE) {
                    learn(event.lane, objectClock(event.object));
                }
                if (FUTURES[event.operation]) {
                    learn(event.lane, tasksEnded);
                }
            }
            default -> {}
        }
    }

    /// The kinds of event that order steps.
    static EventKind[] kinds() {
        return new EventKind[] {
            EventKind.THREAD_STARTED,
            EventKind.JOIN_ENDED,
            EventKind.THREAD_INTERRUPTED,
            EventKind.UNPARKED,
            EventKind.MONITOR_NOTIFIED,
            EventKind.TASK_SUBMITTED,
            EventKind.MONITOR_WAIT_ENDED,
            EventKind.TASK_BEGAN,
            EventKind.TASK_ENDED,
            EventKind.CALL_BEGAN,
            EventKind.CALL_MADE,
            EventKind.CALL_ENDED,
            EventKind.CALL_THREW
        };
    }

    private int[] objectClock(int object) {
        return objects.isEmpty() ? START : objects.getOrDefault(object, START);
    }

    private void publish(int lane, int object) {
        int[] told = tell(lane);
        if (told.length > 0) {
            objects.put(object, merged(objectClock(object), told));
        }
    }

    /// What the lane knows now. Whatever it does later is not part of that.
    private int[] tell(int lane) {
        int[] clock = of(lane);
        Integer part = parts.isEmpty() ? null : parts.get(lane);
        if (part != null && hasStepped.get(part)) {
            hasStepped.clear(part);
            int[] next = clock.clone();
            next[part]++;
            lanes.put(lane, next);
        }
        return clock;
    }

    private void learn(int lane, int[] told) {
        if (told.length > 0) {
            lanes.put(lane, merged(of(lane), told));
        }
    }

    private static int[] merged(int[] one, int[] other) {
        if (other.length == 0) {
            return one;
        }
        if (one.length < other.length) {
            return merged(other, one);
        }
        boolean isOneEnough = true;
        boolean isOtherEnough = one.length == other.length;
        for (int i = 0; i < other.length; i++) {
            isOneEnough &= one[i] >= other[i];
            isOtherEnough &= other[i] >= one[i];
        }
        if (isOneEnough || isOtherEnough) {
            return isOneEnough ? one : other;
        }
        int[] both = one.clone();
        for (int i = 0; i < other.length; i++) {
            both[i] = Math.max(both[i], other[i]);
        }
        return both;
    }

    /// Operations that wait for the result of tasks, on whatever object.
    private static boolean[] futures() {
        var table = new boolean[1 << Short.SIZE];
        for (Operation row : Operation.ALL) {
            String owner = row.owner();
            table[row.number()] =
                    owner.contains("Future")
                            || owner.contains("Executor")
                            || owner.contains("ForkJoin")
                            || owner.contains("Completion")
                            || owner.contains("Counted")
                            || owner.contains("Recursive")
                            || owner.contains("Scope");
        }
        return table;
    }
}
