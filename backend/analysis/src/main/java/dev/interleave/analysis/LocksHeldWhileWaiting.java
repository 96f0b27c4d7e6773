package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Role;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Finds threads that sleep, or wait for something slow, while others want the lock they hold.
///
/// Rule: a lane held a monitor or lock X all through one sleep, join or wait, which was not for X
/// and did not let X go; and another lane stood at X for at least [#OVERLAP_NANOS] of that time,
/// where X can't be had by both. That is not a guess about what could happen but what did. A wait
/// for another lock does not count (that is what locks are for), nor one that never ended because
/// of a deadlock. Once for each place of the wait.
final class LocksHeldWhileWaiting implements Analyzer {
    static final long OVERLAP_NANOS = 5_000_000;

    /// So many looks at all lanes in [#WINDOW_NANOS] are affordable.
    private static final int MAX_LOOKS = 100;

    private static final long WINDOW_NANOS = 10_000_000;

    private final LaneStates states;
    private final Names names;
    private final Consumer<Finding> findings;
    private final Set<Integer> told = new HashSet<>();
    private long windowBegan;
    private int looks;

    LocksHeldWhileWaiting(LaneStates states, Names names, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.findings = findings;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(
                EventKind.SLEEP_ENDED,
                EventKind.JOIN_ENDED,
                EventKind.PARK_ENDED,
                EventKind.MONITOR_WAIT_ENDED);
    }

    @Override
    public void accept(Event event, Lane self) {
        judge(self, event.nanos);
    }

    @Override
    public void end(RunEnd end) {
        if (!end.deadlocked().isEmpty()) {
            return; // what is stuck is told already
        }
        for (Lane lane : states.lanes()) {
            judge(lane, end.nanos());
        }
    }

    private void judge(Lane self, long nanos) {
        if (self.held.count() == 0
                || nanos - self.restSince < OVERLAP_NANOS
                || !self.isWaiting()
                || (self.rest == Lane.Rest.PARKED && self.role == null)
                || told.contains(self.site)
                || !mayLook(nanos)) {
            return;
        }
        for (int number = 1; number < states.limit(); number++) {
            Lane other = states.find(number);
            if (other != null
                    && other != self
                    && nanos - Math.max(other.restSince, self.restSince) >= OVERLAP_NANOS
                    && wants(other, self)) {
                told.add(self.site);
                tell(self, other);
                return;
            }
        }
    }

    private boolean mayLook(long nanos) {
        if (nanos - windowBegan > WINDOW_NANOS) {
            windowBegan = nanos;
            looks = 0;
        }
        return looks++ < MAX_LOOKS;
    }

    /// Whether `other` waits for something that `self` holds.
    private boolean wants(Lane other, Lane self) {
        if (other.rest != Lane.Rest.ENTERING_MONITOR && !other.isTakingLock()) {
            return false;
        }
        for (int blocker : states.blockersOf(other)) {
            if (blocker == self.number) {
                return true;
            }
        }
        return false;
    }

    private void tell(Lane self, Lane other) {
        boolean isMonitor = other.rest == Lane.Rest.ENTERING_MONITOR;
        int object = isMonitor ? other.subject : other.operationObject;
        findings.accept(
                new Finding(
                        FindingKind.LOCK_HELD_WHILE_WAITING,
                        names.lane(self.number)
                                + " "
                                + doing(self)
                                + " while it holds "
                                + names.object(object)
                                + ", and "
                                + names.lane(other.number)
                                + " can't go on without that.",
                        Lines.of(names, self.site, other.site),
                        List.of(self.number, other.number)));
    }

    private static String doing(Lane self) {
        if (self.rest == Lane.Rest.SLEEPING) {
            return "sleeps";
        }
        return self.rest == Lane.Rest.JOINING
                ? "waits for a thread to end"
                : self.role == Role.ACQUIRE ? "waits for a permit" : "waits for another thread";
    }
}
