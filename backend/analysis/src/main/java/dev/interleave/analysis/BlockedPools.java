package dev.interleave.analysis;

import dev.interleave.analysis.Tasks.Pool;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Role;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Finds pools whose threads are all kept busy with waiting while tasks wait for a thread.
///
/// Rules. A pool has tasks that have not begun, each of its threads runs one that has, and (1) the
/// program is at a standstill, and each of those threads waits for something that is not a lock, or
/// for a lock of one that does: nothing outside can help any more. Or (2) each has waited for
/// [StuckCycles#STANDING_NANOS] for the result of a task of this very pool that has not begun, or
/// for one of its threads that does: nothing outside could help. Or (3) it is a `ForkJoinPool`, and
/// all of its threads slept or waited, be it with a bound, for [#LONG_NANOS] at the same time: its
/// threads are few and made for work, so that the tasks waited for nothing.
///
/// A thread of the pool that is idle, or that has not done anything yet, may be about to take a
/// task: then nothing is said. Once for each pool.
final class BlockedPools implements Analyzer {
    static final long LONG_NANOS = 20_000_000;

    private final LaneStates states;
    private final Names names;
    private final Surroundings surroundings;
    private final Consumer<Finding> findings;
    private final Tasks tasks = new Tasks();

    BlockedPools(
            LaneStates states, Names names, Surroundings surroundings, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(
                EventKind.TASK_SUBMITTED,
                EventKind.TASK_BEGAN,
                EventKind.TASK_ENDED,
                EventKind.THREAD_ENDED,
                EventKind.CALL_BEGAN,
                EventKind.SLEEP_BEGAN,
                EventKind.SLEEP_ENDED,
                EventKind.JOIN_BEGAN,
                EventKind.JOIN_ENDED,
                EventKind.PARK_BEGAN,
                EventKind.PARK_ENDED,
                EventKind.MONITOR_WAIT_BEGAN,
                EventKind.MONITOR_WAIT_ENDED);
    }

    @Override
    public void accept(Event event, Lane self) {
        switch (event.kind) {
            case TASK_SUBMITTED -> {
                tasks.submitted(event.object, (int) event.argument);
                if (event.argument != 0) {
                    changed(tasks.pool((int) event.argument), event.nanos);
                }
            }
            case TASK_BEGAN -> taskBegan(event, self);
            case TASK_ENDED -> taskEnded(event);
            case THREAD_ENDED -> {
                for (Pool pool : tasks.pools()) {
                    if (pool.remove(event.lane)) {
                        changed(pool, event.nanos);
                    }
                }
            }
            case CALL_BEGAN -> {
                if (event.role == Role.IDLE && event.object != 0) {
                    Pool pool = tasks.pool(event.object);
                    pool.put(event.lane, false);
                    changed(pool, event.nanos);
                }
            }
            case SLEEP_BEGAN, JOIN_BEGAN, MONITOR_WAIT_BEGAN -> rests(event, 1);
            case SLEEP_ENDED, JOIN_ENDED, MONITOR_WAIT_ENDED -> rests(event, -1);
            case PARK_BEGAN -> rests(event, isLockOrIdle(self) ? 0 : 1);
            default -> rests(event, isLockOrIdle(self) ? 0 : -1);
        }
    }

    private static boolean isLockOrIdle(Lane lane) {
        return Lane.isLocking(lane.role) || lane.role == Role.IDLE;
    }

    private void taskBegan(Event event, Lane self) {
        Pool pool = tasks.began(event.object, event.lane);
        if (pool != null) {
            if (self.actedAt < 0) {
                pool.blockedSince = -1; // it was not blocked: this thread was about to begin
            }
            changed(pool, event.nanos);
            pool.put(event.lane, true);
            changed(pool, event.nanos);
        }
    }

    private void taskEnded(Event event) {
        Pool pool = tasks.ended(event.lane);
        if (pool != null) {
            changed(pool, event.nanos);
            Pool outer = tasks.poolOf(event.lane);
            if (outer != pool && isOwn(event.lane)) {
                pool.put(event.lane, false); // it looks for another task now
            } else if (outer != pool) {
                pool.remove(event.lane);
            }
            changed(pool, event.nanos);
        }
    }

    /// Whether the thread is a pool's, and not one of the program's that lends it a hand.
    private boolean isOwn(int lane) {
        return lane != 1 && !surroundings.isStartedByProgram(lane);
    }

    private void rests(Event event, int change) {
        Pool pool = change == 0 ? null : tasks.poolOf(event.lane);
        if (pool != null) {
            judge(pool, event.nanos);
            pool.resting += change;
            changed(pool, event.nanos);
        }
    }

    /// Notes since when all of a pool's threads rest while tasks wait.
    private void changed(Pool pool, long nanos) {
        boolean isBlocked = pool.isFull() && pool.resting == pool.members().size();
        if (!isBlocked) {
            judge(pool, nanos);
            pool.blockedSince = -1;
        } else if (pool.blockedSince < 0) {
            pool.blockedSince = nanos;
        }
    }

    /// Rule 3.
    private void judge(Pool pool, long nanos) {
        if (pool.blockedSince >= 0
                && nanos - pool.blockedSince >= LONG_NANOS
                && !pool.isTold
                && surroundings.isForkJoinPool(pool.object)
                && !isAnyoneNew()) {
            tell(pool, "sleep or wait");
        }
    }

    /// Whether a thread has not done anything yet: which pool it is of is not known.
    private boolean isAnyoneNew() {
        return states.lanes().stream()
                .anyMatch(lane -> lane.rest == Lane.Rest.NOT_BEGUN || lane.actedAt < 0);
    }

    @Override
    public void look(long nanos) {
        for (Pool pool : tasks.pools()) {
            judge(pool, nanos);
            if (!pool.isTold && pool.isFull() && isStarved(pool, nanos) && !isAnyoneNew()) {
                tell(pool, "wait for tasks of the same pool");
            }
        }
    }

    @Override
    public void end(RunEnd end) {
        look(end.nanos());
        if (!end.isStandstill()) {
            return;
        }
        for (Pool pool : tasks.pools()) {
            if (!pool.isTold && pool.isFull() && isStuck(pool)) {
                tell(pool, "wait");
            }
        }
    }

    /// Rule 1.
    private boolean isStuck(Pool pool) {
        return pool.members().stream().allMatch(number -> isStuck(number, pool));
    }

    private boolean isStuck(int number, Pool pool) {
        Lane lane = states.find(number);
        if (lane == null || !states.isStuck(lane)) {
            return false;
        }
        if (lane.isWaiting()) {
            return true;
        }
        int[] blockers = states.blockersOf(lane);
        Lane holder = blockers.length == 0 ? null : states.find(blockers[0]);
        return holder != null && holder.isWaiting() && pool.members().contains(holder.number);
    }

    /// Rule 2.
    private boolean isStarved(Pool pool, long nanos) {
        boolean isAnyoneAtWaitingTask = false;
        for (int number : pool.members()) {
            Lane lane = states.find(number);
            if (lane == null
                    || nanos - lane.restSince < StuckCycles.STANDING_NANOS
                    || !states.isStuck(lane)
                    || lane.rest != Lane.Rest.PARKED
                    || lane.role != Role.WAIT
                    || !states.fits(lane, surroundings.stateOf(number))) {
                return false;
            }
            boolean isAtWaitingTask = tasks.isWaiting(lane.operationObject, pool);
            if (!isAtWaitingTask && tasks.runnerOf(lane.operationObject, pool) == 0) {
                return false;
            }
            isAnyoneAtWaitingTask |= isAtWaitingTask;
        }
        return isAnyoneAtWaitingTask;
    }

    private void tell(Pool pool, String doing) {
        pool.isTold = true;
        var lanes = new ArrayList<Integer>();
        pool.members().stream().sorted().limit(8).forEach(lanes::add);
        int[] sites = lanes.stream().map(states::find).mapToInt(BlockedPools::siteOf).toArray();
        findings.accept(
                new Finding(
                        FindingKind.BLOCKED_POOL,
                        "All threads of "
                                + names.object(pool.object)
                                + " "
                                + doing
                                + " ("
                                + names.lane(lanes.getFirst())
                                + (lanes.size() == 1 ? "" : " and others")
                                + "), so no task that still waits for one of them can begin.",
                        Lines.of(names, sites),
                        List.copyOf(lanes)));
    }

    private static int siteOf(@Nullable Lane lane) {
        return lane == null ? 0 : lane.site;
    }
}
