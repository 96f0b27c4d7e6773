package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Role;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds threads that wait for ever for a notification that came before they waited.
///
/// Rule: the program is deadlocked and the lane waits without bound on a monitor or condition, on
/// which all notifications of the whole run came from one place, in another method, while nobody
/// waited on it and before this wait began; they were another lane's, nobody ever came back from a
/// wait on it, and since the last of them nobody but the notifier has been inside and left again.
/// The last two make sure that nobody used up what was notified: a consumer that took the element
/// and came back for another would have been inside; and a notification that means something else
/// ("there is room") comes from those who wait themselves. And the place where the lane waits has
/// not looked, since it holds the lock, whether what it waits for is true already: who has looked
/// missed nothing.
final class LostWakeups implements Analyzer {
    private final LaneStates states;
    private final Names names;
    private final Surroundings surroundings;
    private final Consumer<Finding> findings;
    private final Map<Integer, Calls> calls = new HashMap<>();
    private final BitSet watched = new BitSet();
    private final Map<Integer, List<Calls>> watchedCalls = new HashMap<>();

    LostWakeups(
            LaneStates states, Names names, Surroundings surroundings, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    /// What was seen of one monitor or condition.
    private static final class Calls {
        int waiting;
        int notifier;
        int site;

        /// Whether it is not as the rule wants it, and never will be.
        boolean isOther;

        boolean isWatched;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(
                EventKind.MONITOR_NOTIFIED,
                EventKind.MONITOR_WAIT_BEGAN,
                EventKind.MONITOR_WAIT_ENDED,
                EventKind.MONITOR_EXITED,
                EventKind.LOCK_RELEASED,
                EventKind.CALL_MADE,
                EventKind.CALL_BEGAN,
                EventKind.CALL_ENDED,
                EventKind.CALL_THREW);
    }

    @Override
    public void accept(Event event, Lane self) {
        switch (event.kind) {
            case MONITOR_NOTIFIED -> notified(event, event.object);
            case MONITOR_WAIT_BEGAN -> of(event.object).waiting++;
            case MONITOR_WAIT_ENDED -> waitEnded(event.object);
            case MONITOR_EXITED, LOCK_RELEASED -> left(event);
            case CALL_MADE -> {
                if (event.role == Role.WAKE && states.lockOf(event.object) != 0) {
                    notified(event, states.lockOf(event.object));
                }
            }
            default -> {
                if (event.role == Role.CONDITION_WAIT && event.kind == EventKind.CALL_BEGAN) {
                    of(event.object).waiting++;
                } else if (event.role == Role.CONDITION_WAIT) {
                    waitEnded(event.object);
                }
            }
        }
    }

    private Calls of(int object) {
        return calls.computeIfAbsent(object, _ -> new Calls());
    }

    private void notified(Event event, int guard) {
        Calls seen = of(event.object);
        boolean isAnother = seen.site != 0 && seen.site != event.site;
        seen.isOther |= seen.waiting > 0 || isAnother || event.site == 0;
        seen.notifier = event.lane;
        seen.site = event.site;
        watch(guard, seen);
    }

    /// Somebody had waited and goes on: so it is used as it should be.
    private void waitEnded(int object) {
        Calls seen = of(object);
        seen.waiting--;
        seen.isOther = true;
    }

    /// Somebody may have used up what was notified.
    private void left(Event event) {
        if (!watched.get(event.object)) {
            return;
        }
        for (Calls seen : watchedCalls.getOrDefault(event.object, List.of())) {
            seen.isOther |= seen.notifier != event.lane;
        }
    }

    /// The monitor, or the lock of the condition, whose next visitor may use up what was notified.
    private void watch(int guard, Calls seen) {
        if (!seen.isOther && !seen.isWatched) {
            seen.isWatched = true;
            watched.set(guard);
            watchedCalls.computeIfAbsent(guard, _ -> new ArrayList<>()).add(seen);
        }
    }

    @Override
    public void end(RunEnd end) {
        if (!end.isStandstill()) {
            return;
        }
        for (Lane lane : states.lanes()) {
            boolean isCondition = lane.rest == Lane.Rest.PARKED && lane.role == Role.CONDITION_WAIT;
            if ((lane.rest == Lane.Rest.WAITING_ON_MONITOR || isCondition)
                    && states.isStuck(lane)) {
                judge(lane, isCondition ? lane.operationObject : lane.subject);
            }
        }
    }

    private void judge(Lane lane, int object) {
        Calls seen = calls.get(object);
        if (seen == null
                || seen.isOther
                || seen.site == 0
                || seen.notifier == lane.number
                || !surroundings.isBlindWait(lane.site)
                || isSameMethod(seen.site, lane.site)) {
            return;
        }
        seen.isOther = true; // once is enough
        findings.accept(
                new Finding(
                        FindingKind.LOST_WAKEUP,
                        names.lane(lane.number)
                                + " waits to be notified on "
                                + names.object(object)
                                + ", but "
                                + names.lane(seen.notifier)
                                + " did that before, when nobody waited.",
                        Lines.of(names, seen.site, lane.site),
                        List.of(lane.number, seen.notifier)));
    }

    /// Whether both are in one method. What stands in `main`, or outside of any method, says
    /// nothing: all that threads are given to do may stand there.
    private boolean isSameMethod(int one, int other) {
        String method = names.method(one);
        return !method.isEmpty() && !method.endsWith("main") && method.equals(names.method(other));
    }
}
