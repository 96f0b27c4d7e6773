package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Folds events into what every thread is doing and what it holds. Confined to one thread.
///
/// Within a lane events must come in order; lanes may be ahead of each other until everything has
/// been drained.
public final class LaneStates {
    private final LaneTable lanes = new LaneTable();
    private final Holdings holdings = new Holdings();

    /// Who initialises which class: its monitor, which has the same number, is something else.
    private final Holdings initialisations = new Holdings();

    private final Map<Integer, Integer> lockOfCondition = new HashMap<>();

    /// A lane exists; its thread may not have begun yet.
    public void opened(int lane) {
        if (!lanes.isEnded(lane)) {
            var _ = lanes.open(lane);
        }
    }

    /// Takes in one event, given by its parts: there are too many to make an object of each.
    public void accept(
            EventKind kind,
            int operation,
            int lane,
            int object,
            int site,
            long argument,
            long nanos) {
        Lane self = lanes.open(lane);
        hold(kind, operation, self, object, argument);
        self.accept(kind, operation, object, site, argument, nanos);
        if (kind == EventKind.THREAD_ENDED) {
            lanes.end(lane);
        }
        Lane target =
                kind == EventKind.UNPARKED || kind == EventKind.THREAD_INTERRUPTED
                        ? lanes.find((int) argument)
                        : null;
        if (target != null && kind == EventKind.UNPARKED) {
            target.unparkedAt = Math.max(target.unparkedAt, nanos);
        } else if (target != null) {
            target.interruptedAt = Math.max(target.interruptedAt, nanos);
        }
    }

    private void hold(EventKind kind, int operation, Lane self, int object, long argument) {
        switch (kind) {
            case MONITOR_ENTERED, LOCK_ACQUIRED -> holdings.taken(object, self.number, 1);
            case MONITOR_EXITED, LOCK_RELEASED -> holdings.released(object, self.number);
            case CLASS_INIT_BEGAN -> initialisations.taken(object, self.number, 1);
            case CLASS_INIT_ENDED -> initialisations.released(object, self.number);
            case MONITOR_WAIT_BEGAN ->
                    self.heldBeforeWait = holdings.releasedAll(object, self.number);
            case MONITOR_WAIT_ENDED ->
                    holdings.taken(object, self.number, Math.max(1, self.heldBeforeWait));
            case CALL_MADE -> {
                if (isRole(operation, Role.NEW_CONDITION)) {
                    lockOfCondition.put((int) argument, object);
                }
            }
            case CALL_BEGAN -> {
                Integer lock = lockOfCondition.get(object);
                if (lock != null && isRole(operation, Role.CONDITION_WAIT)) {
                    self.heldBeforeWait = holdings.releasedAll(lock, self.number);
                }
            }
            case CALL_ENDED, CALL_THREW -> {
                Integer lock = lockOfCondition.get(object);
                if (lock != null && isRole(operation, Role.CONDITION_WAIT)) {
                    holdings.taken(lock, self.number, Math.max(1, self.heldBeforeWait));
                }
            }
            default -> {} // the others give and take nothing
        }
    }

    private static boolean isRole(int operation, Role role) {
        return Operation.tryOf(operation).filter(row -> row.role() == role).isPresent();
    }

    /// The lane that holds a monitor or lock, or 0.
    public int holderOf(int object) {
        return holdings.holderOf(object);
    }

    /// The lane with this number, or null when there is none, or no longer.
    @Nullable Lane find(int lane) {
        return lanes.find(lane);
    }

    Collection<Lane> lanes() {
        return lanes.alive();
    }

    /// Whether this lane's thread has ended.
    public boolean isEnded(int lane) {
        return lanes.isEnded(lane);
    }

    /// The object whose holder keeps this lane from going on: a monitor or lock; 0 when it waits
    /// for something else.
    int blockingObject(Lane lane) {
        if (lane.rest == Lane.Rest.ENTERING_MONITOR) {
            return lane.subject;
        }
        return lane.isTakingLock() ? lane.operationObject : 0;
    }

    /// Whether what the virtual machine says of a stuck lane's thread fits what the events say.
    ///
    /// Not everything that wakes a thread is recorded before it happens: a notified thread waits to
    /// enter the monitor again, and goes on unless that is held.
    boolean fits(Lane lane, Thread.State state) {
        return switch (state) {
            case WAITING -> true;
            case BLOCKED -> {
                boolean isAtMonitor =
                        lane.rest == Lane.Rest.ENTERING_MONITOR
                                || lane.rest == Lane.Rest.WAITING_ON_MONITOR;
                yield isAtMonitor && holdings.holderOf(lane.subject) != 0;
            }
            case TIMED_WAITING -> lane.isTimed;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    /// Whether this lane can't go on unless another one does something.
    boolean isStuck(Lane lane) {
        if (lane.isBounded || lane.isWoken()) {
            return false;
        }
        return switch (lane.rest) {
            case NOT_BEGUN, RUNNING, SLEEPING -> false;
            case JOINING -> lane.subject == 0 || !isEnded(lane.subject);
            case PARKED, WAITING_ON_MONITOR -> true;
            case ENTERING_MONITOR -> holdings.holderOf(lane.subject) != 0;
            case ENTERING_CLASS -> initialisations.holderOf(lane.subject) != 0;
        };
    }
}
