package dev.interleave.analysis;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which pools have which tasks, and who runs them. Confined to the thread that folds.
final class Tasks {
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private final Map<Integer, Pool> pools = new LinkedHashMap<>();
    private final Map<Integer, ArrayDeque<Running>> running = new HashMap<>();

    /// A task that was handed over to a pool and has not begun, or not so often.
    record Waiting(Pool pool, int times) {}

    /// A task that a lane runs, and its pool when that is known.
    record Running(int task, @Nullable Pool pool) {}

    /// A pool, as far as its tasks tell.
    static final class Pool {
        final int object;
        int waiting;

        /// The lanes that run its tasks or wait for some; whether each is in a task.
        private final Map<Integer, Boolean> members = new HashMap<>();

        private int busy;

        /// How many of the members sleep or wait in a task.
        int resting;

        /// Since when all do, while tasks wait; -1 when it is not so.
        long blockedSince = -1;

        boolean isTold;

        Pool(int object) {
            this.object = object;
        }

        /// The lane is a member, in a task or not.
        void put(int lane, boolean isBusy) {
            Boolean before = members.put(lane, isBusy);
            busy += (isBusy ? 1 : 0) - (before != null && before ? 1 : 0);
        }

        /// The lane is no member any more; whether it was.
        boolean remove(int lane) {
            Boolean before = members.remove(lane);
            busy -= before != null && before ? 1 : 0;
            return before != null;
        }

        Set<Integer> members() {
            return members.keySet();
        }

        /// Whether tasks wait, and there are threads, all of which are in a task.
        boolean isFull() {
            return waiting > 0 && busy > 0 && busy == members.size();
        }
    }

    Iterable<Pool> pools() {
        return pools.values();
    }

    Pool pool(int object) {
        return pools.computeIfAbsent(object, Pool::new);
    }

    void submitted(int task, int object) {
        if (object == 0) {
            return;
        }
        Pool pool = pool(object);
        pool.waiting++;
        Waiting before = waiting.get(task);
        waiting.put(task, new Waiting(pool, before == null ? 1 : before.times + 1));
    }

    /// The lane begins a task; the pool it waited in, or null when that is not known.
    @Nullable Pool began(int task, int lane) {
        Waiting before = waiting.remove(task);
        if (before != null) {
            before.pool.waiting--;
            if (before.times > 1) {
                waiting.put(task, new Waiting(before.pool, before.times - 1));
            }
        }
        Pool pool = before == null ? null : before.pool;
        running.computeIfAbsent(lane, _ -> new ArrayDeque<>()).push(new Running(task, pool));
        return pool;
    }

    /// The lane's innermost task is over; the pool it was of, or null when that is not known.
    @Nullable Pool ended(int lane) {
        ArrayDeque<Running> tasks = running.get(lane);
        Running last = tasks == null ? null : tasks.poll();
        if (tasks != null && tasks.isEmpty()) {
            running.remove(lane);
        }
        return last == null ? null : last.pool;
    }

    /// The pool of the innermost task that the lane runs, or null.
    @Nullable Pool poolOf(int lane) {
        ArrayDeque<Running> tasks = running.isEmpty() ? null : running.get(lane);
        Running last = tasks == null ? null : tasks.peek();
        return last == null ? null : last.pool;
    }

    /// Whether the task waits in this pool.
    boolean isWaiting(int task, Pool pool) {
        Waiting at = waiting.get(task);
        return at != null && at.pool == pool;
    }

    /// The lane that runs this task, of those in `pool`, or 0.
    int runnerOf(int task, Pool pool) {
        for (int lane : pool.members()) {
            ArrayDeque<Running> tasks = running.get(lane);
            if (tasks != null && tasks.stream().anyMatch(each -> each.task == task)) {
                return lane;
            }
        }
        return 0;
    }
}
