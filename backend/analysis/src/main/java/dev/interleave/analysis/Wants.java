package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Remembers who wanted which monitor, lock or permits, and who got it. It keeps all, up to more
/// than there is in a schedule that is cut off. Confined to the thread that folds.
///
/// What a thread holds it does not want: to enter again is neither a take nor a try. A thread that
/// waits for a condition or for work is not one that wants its lock.
final class Wants implements Analyzer {
    /// So many takes by others are needed, and so many tries in vain: less may be chance.
    private static final int MANY = 50;

    private static final int MOST = 1 << 18;

    private final LaneStates states;

    /// By lane, then by what it wants; both in the order in which they came.
    private final Map<Integer, Map<Integer, Tally>> tallies = new LinkedHashMap<>();

    /// By lane: when it last did something that others could see, other than to take and give up.
    private final Map<Integer, Long> lastDeeds = new HashMap<>();

    /// How many takes and tries are remembered.
    private int count;

    Wants(LaneStates states) {
        this.states = states;
    }

    /// What one lane did about one thing.
    private static final class Tally {
        final List<Long> taken = new ArrayList<>();
        final List<Long> failed = new ArrayList<>();
        boolean isPermits;
        int site;

        /// Since when it waits for it, or -1.
        long since = -1;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(
                EventKind.MONITOR_ENTER_BEGAN,
                EventKind.MONITOR_ENTERED,
                EventKind.LOCK_BEGAN,
                EventKind.LOCK_ACQUIRED,
                EventKind.LOCK_FAILED,
                EventKind.CALL_BEGAN,
                EventKind.CALL_ENDED,
                EventKind.CALL_THREW,
                EventKind.CALL_MADE,
                EventKind.TASK_BEGAN,
                EventKind.THREAD_STARTED,
                EventKind.OUTPUT_WRITTEN);
    }

    @Override
    public void accept(Event event, Lane self) {
        switch (event.kind) {
            case MONITOR_ENTER_BEGAN, LOCK_BEGAN -> began(event, self);
            case MONITOR_ENTERED, LOCK_ACQUIRED -> ended(event, self, true);
            case LOCK_FAILED -> ended(event, self, false);
            case CALL_BEGAN -> {
                if (event.role == Role.ACQUIRE) {
                    began(event, self);
                }
            }
            case CALL_ENDED, CALL_THREW, CALL_MADE -> {
                switch (event.role) {
                    case ACQUIRE, TRY_ACQUIRE ->
                            ended(
                                    event,
                                    self,
                                    event.kind != EventKind.CALL_THREW && event.argument > 0);
                    case NOTE, RELEASE -> {}
                    case null, default -> lastDeeds.put(event.lane, event.nanos);
                }
            }
            default -> lastDeeds.put(event.lane, event.nanos);
        }
    }

    private void began(Event event, Lane self) {
        if (!self.held.contains(event.object)) {
            Tally tally = tally(event);
            tally.since = event.nanos;
            tally.site = event.site;
        }
    }

    private void ended(Event event, Lane self, boolean isTaken) {
        if (!self.held.contains(event.object) && count < MOST) {
            count++;
            Tally tally = tally(event);
            tally.since = -1;
            tally.site = event.site == 0 ? tally.site : event.site;
            (isTaken ? tally.taken : tally.failed).add(event.nanos);
        }
    }

    private Tally tally(Event event) {
        Tally tally =
                tallies.computeIfAbsent(event.lane, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(event.object, _ -> new Tally());
        tally.isPermits = event.role == Role.ACQUIRE || event.role == Role.TRY_ACQUIRE;
        return tally;
    }

    /// What threads wanted and did not get between `from` and the end, in nanoseconds, while others
    /// took it again and again, and still in the time from `lastPart` on.
    List<Want> unmet(long from, long lastPart) {
        var unmet = new ArrayList<Want>();
        if (count == MOST) {
            return unmet;
        }
        for (Lane lane : states.lanes()) {
            tallies.getOrDefault(lane.number, Map.of())
                    .forEach((object, tally) -> {
                        boolean waits = 0 <= tally.since && tally.since <= from;
                        boolean tries = isTrying(tally, from, lastPart);
                        if (object != 0 && (waits || tries) && count(tally.taken, from) == 0) {
                            var want =
                                    new Want(
                                            lane.number,
                                            object,
                                            tally.isPermits,
                                            tally.site,
                                            waits ? 0 : count(tally.failed, from),
                                            takers(object, lane.number, from),
                                            isAll(lane.number, object, from));
                            if (want.takes() >= MANY && isTaken(object, lastPart)) {
                                unmet.add(want);
                            }
                        }
                    });
        }
        return unmet;
    }

    /// Whether it has tried before that time, often since, and to the last.
    private static boolean isTrying(Tally tally, long from, long lastPart) {
        return count(tally.failed, from) >= MANY
                && tally.failed.getFirst() < from
                && (tally.since >= 0 || count(tally.failed, lastPart) > 0);
    }

    private SortedMap<Integer, Integer> takers(int object, int lane, long from) {
        var takers = new TreeMap<Integer, Integer>();
        tallies.forEach((taker, wanted) -> {
            Tally tally = wanted.get(object);
            int taken = tally == null || taker == lane ? 0 : count(tally.taken, from);
            if (taken > 0) {
                takers.put(taker, taken);
            }
        });
        return takers;
    }

    private boolean isTaken(int object, long from) {
        return tallies.values().stream()
                .map(wanted -> wanted.get(object))
                .anyMatch(tally -> tally != null && count(tally.taken, from) > 0);
    }

    private boolean isAll(int lane, int object, long from) {
        return lastDeeds.getOrDefault(lane, -1L) < from
                && tallies.getOrDefault(lane, Map.of()).entrySet().stream()
                        .allMatch(entry ->
                                entry.getKey() == object
                                        || count(entry.getValue().taken, from) == 0);
    }

    /// How many of these ascending times are not before `from`.
    private static int count(List<Long> times, long from) {
        int count = 0;
        while (count < times.size() && times.get(times.size() - 1 - count) >= from) {
            count++;
        }
        return count;
    }
}
