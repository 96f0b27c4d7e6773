package dev.interleave.analysis;

import dev.interleave.model.trace.Role;
import dev.interleave.model.trace.TraceEvent;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Folds events into what every thread is doing and what it holds. Confined to one thread.
///
/// Events come in order of time (see [Timeline]).
public final class LaneStates {
    private static final int[] NOBODY = {};

    private final LaneTable lanes = new LaneTable();

    /// Who holds which monitor or lock alone.
    private final Holdings owners = new Holdings();

    /// Who holds which lock together with others.
    private final Holdings readers = new Holdings();

    /// Who took how many permits and has not given them back.
    private final Holdings permits = new Holdings();

    /// Who initialises which class: its monitor, which has the same number, is something else.
    private final Holdings initialisations = new Holdings();

    private final Map<Integer, Integer> lockOfCondition = new HashMap<>();

    /// Locks that were given up by a lane that was not seen to take them, so that others may have
    /// been taken and given up unseen too: nobody is said to hold them.
    private final BitSet unclear = new BitSet();

    /// A lane exists; its thread may not have begun yet.
    void opened(int lane) {
        if (!lanes.isEnded(lane)) {
            var _ = lanes.open(lane);
        }
    }

    /// Takes in one event, of a run that is over: there is time to copy it.
    public void accept(TraceEvent event) {
        var copy = new Event();
        copy.kind = event.kind();
        copy.operation = event.operation();
        copy.role = Event.roleOf(event.operation());
        copy.lane = event.lane();
        copy.object = event.object();
        copy.site = event.site();
        copy.argument = event.argument();
        copy.nanos = event.nanos();
        accept(copy);
    }

    /// Takes in one event.
    void accept(Event event) {
        Lane self = lanes.open(event.lane);
        hold(event, self);
        self.accept(event);
        switch (event.kind) {
            case THREAD_ENDED -> lanes.end(event.lane);
            case UNPARKED -> {
                Lane target = lanes.find((int) event.argument);
                if (target != null) {
                    target.unparkedAt = Math.max(target.unparkedAt, event.nanos);
                }
            }
            case THREAD_INTERRUPTED -> {
                Lane target = lanes.find((int) event.argument);
                if (target != null) {
                    target.interruptedAt = Math.max(target.interruptedAt, event.nanos);
                }
            }
            default -> {}
        }
    }

    private void hold(Event event, Lane self) {
        int object = event.object;
        switch (event.kind) {
            case MONITOR_ENTERED -> take(object, self, 1, event.site);
            case LOCK_ACQUIRED -> {
                if (event.role == Role.LOCK_SHARED || event.role == Role.TRY_LOCK_SHARED) {
                    share(object, self, event.site);
                } else {
                    take(object, self, 1, event.site);
                }
            }
            case MONITOR_EXITED -> release(object, self);
            case LOCK_RELEASED -> unlock(object, self, event.role == Role.UNLOCK_SHARED);
            case CLASS_INIT_BEGAN -> {
                var _ = initialisations.taken(object, self.number, 1);
            }
            case CLASS_INIT_ENDED -> {
                var _ = initialisations.released(object, self.number, 1);
            }
            case MONITOR_WAIT_BEGAN -> letGo(object, self);
            case MONITOR_WAIT_ENDED -> takeBack(object, self);
            case CALL_MADE -> {
                if (event.role == Role.NEW_CONDITION) {
                    lockOfCondition.put((int) event.argument, object);
                } else if (event.role == Role.TRY_ACQUIRE && event.argument > 0) {
                    var _ = permits.taken(object, self.number, (int) event.argument);
                } else if (event.role == Role.RELEASE && event.argument > 0) {
                    giveBack(object, self.number, (int) event.argument);
                }
            }
            case CALL_BEGAN -> {
                if (event.role == Role.CONDITION_WAIT) {
                    letGo(lockOf(object), self);
                }
            }
            case CALL_ENDED, CALL_THREW -> {
                if (event.role == Role.CONDITION_WAIT) {
                    takeBack(lockOf(object), self);
                } else if (event.role == Role.ACQUIRE && event.argument > 0) {
                    var _ = permits.taken(object, self.number, (int) event.argument);
                }
            }
            default -> {} // the others give and take nothing
        }
    }

    private void take(int object, Lane self, int times, int site) {
        int before = owners.holderOf(object);
        if (before != self.number) {
            evict(owners, object, self, false);
            evict(readers, object, self, true);
        }
        if (owners.taken(object, self.number, times)) {
            self.held.add(object, site, false);
        }
    }

    /// Whoever held it gave it up unseen, or made something else of what it held: it can't be held
    /// by that lane any more.
    private void evict(Holdings holdings, int object, Lane self, boolean isShared) {
        for (int before = holdings.holderOf(object);
                before != 0;
                before = holdings.holderOf(object)) {
            var _ = holdings.releasedAll(object, before);
            Lane other = before == self.number ? self : lanes.find(before);
            if (other != null) {
                other.held.remove(object, isShared);
            }
        }
    }

    private void share(int object, Lane self, int site) {
        if (owners.holderOf(object) != self.number) {
            evict(owners, object, self, false);
        }
        if (readers.taken(object, self.number, 1)) {
            self.held.add(object, site, true);
        }
    }

    private void release(int object, Lane self) {
        if (owners.released(object, self.number, 1)) {
            self.held.remove(object, false);
        }
    }

    /// Gives a lock up; of a stamped lock one unlocks what the stamp says.
    private void unlock(int object, Lane self, boolean isShared) {
        boolean isReader = readers.timesOf(object, self.number) > 0;
        boolean isOwner = owners.timesOf(object, self.number) > 0;
        if (isReader && (isShared || !isOwner)) {
            if (readers.released(object, self.number, 1)) {
                self.held.remove(object, true);
            }
        } else if (isOwner && !isShared) {
            release(object, self);
        } else {
            unclear.set(object);
            evict(owners, object, self, false);
            evict(readers, object, self, true);
        }
    }

    private void letGo(int object, Lane self) {
        self.heldBeforeWait = owners.releasedAll(object, self.number);
        for (int i = 0; i < self.held.count(); i++) {
            if (self.held.object(i) == object) {
                self.heldBeforeWaitSite = self.held.site(i);
            }
        }
        self.held.remove(object, false);
    }

    private void takeBack(int object, Lane self) {
        if (object != 0) {
            take(object, self, Math.max(1, self.heldBeforeWait), self.heldBeforeWaitSite);
        }
    }

    /// Permits may be given back by a lane that did not take them: then another one's are.
    private void giveBack(int object, int lane, int amount) {
        int left = amount - permits.timesOf(object, lane);
        var _ = permits.released(object, lane, amount);
        for (int other = permits.holderOf(object);
                left > 0 && other != 0;
                other = permits.holderOf(object)) {
            int had = permits.timesOf(object, other);
            var _ = permits.released(object, other, left);
            left -= had;
        }
    }

    /// The lock that made a condition, or 0 when that is not known.
    int lockOf(int condition) {
        return lockOfCondition.getOrDefault(condition, 0);
    }

    /// The lane that holds a monitor or lock alone, or 0.
    public int holderOf(int object) {
        return object == 0 || unclear.get(object) ? 0 : owners.holderOf(object);
    }

    /// The lanes that hold a lock together.
    int[] readersOf(int object) {
        return object == 0 || unclear.get(object) ? NOBODY : readers.holdersOf(object);
    }

    /// The lanes that have permits.
    int[] permitHoldersOf(int object) {
        return permits.holdersOf(object);
    }

    /// The lane that initialises a class, or 0.
    int initialiserOf(int type) {
        return initialisations.holderOf(type);
    }

    /// The lane with this number, or null when there is none, or no longer.
    @Nullable Lane find(int lane) {
        return lanes.find(lane);
    }

    /// The lane with this number.
    Lane open(int lane) {
        return lanes.open(lane);
    }

    Collection<Lane> lanes() {
        return lanes.alive();
    }

    /// One above the highest number of a lane.
    int limit() {
        return lanes.limit();
    }

    /// Whether this lane's thread has ended.
    boolean isEnded(int lane) {
        return lanes.isEnded(lane);
    }

    /// The lanes each of which must do something before this one can go on: give up a monitor or
    /// lock, initialise a class, end. None when that is not known for certain.
    int[] blockersOf(Lane lane) {
        if (lane.isTakingLock()) {
            return blockersOfLock(lane, lane.operationObject);
        }
        int one =
                switch (lane.rest) {
                    case ENTERING_MONITOR -> other(holderOf(lane.subject), lane);
                    case ENTERING_CLASS -> other(initialiserOf(lane.subject), lane);
                    case JOINING -> isEnded(lane.subject) ? 0 : lane.subject;
                    case NOT_BEGUN, RUNNING, SLEEPING, PARKED, WAITING_ON_MONITOR -> 0;
                };
        return one == 0 ? NOBODY : new int[] {one};
    }

    /// A thread may enter again what it holds.
    private static int other(int holder, Lane lane) {
        return holder == lane.number ? 0 : holder;
    }

    private int[] blockersOfLock(Lane lane, int lock) {
        int owner = holderOf(lock);
        boolean isReader = lane.role == Role.LOCK_SHARED || lane.role == Role.TRY_LOCK_SHARED;
        if (owner != 0) {
            return new int[] {owner};
        }
        return isReader ? NOBODY : readersOf(lock);
    }

    /// Whether what the virtual machine says of a stuck lane's thread fits what the events say.
    ///
    /// Not everything that wakes a thread is recorded before it happens: a notified thread waits to
    /// enter the monitor again, and goes on unless that is held. The virtual machine says of a
    /// thread that waits for a class to be initialised that it runs.
    boolean fits(Lane lane, Thread.State state) {
        return switch (state) {
            case WAITING -> true;
            case BLOCKED -> {
                boolean isAtMonitor =
                        lane.rest == Lane.Rest.ENTERING_MONITOR
                                || lane.rest == Lane.Rest.WAITING_ON_MONITOR;
                yield isAtMonitor && owners.holderOf(lane.subject) != 0;
            }
            case TIMED_WAITING -> lane.isTimed;
            case RUNNABLE -> lane.rest == Lane.Rest.ENTERING_CLASS;
            case NEW, TERMINATED -> false;
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
            case ENTERING_MONITOR -> other(owners.holderOf(lane.subject), lane) != 0;
            case ENTERING_CLASS -> other(initialiserOf(lane.subject), lane) != 0;
        };
    }
}
