package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often each thread touched what, over many schedules. Things go by their numbers, which are
/// mostly the same from schedule to schedule. For one thread.
final class AccessCounts {
    private static final int MAX_THINGS = 4_096;

    /// Threads with higher numbers are not counted.
    private static final int MAX_THREADS = 256;

    /// By the thing's number, an index of `things`.
    private final LongTable indices = new LongTable(1);

    private final List<Thing> things = new ArrayList<>();
    private final Thing all = new Thing(0);

    /// Those that several threads touched and one changed.
    private final List<Thing> contested = new ArrayList<>();

    private int[] parents = new int[16];
    private int schedules;

    /// Counts an access.
    void add(long target, int thread, boolean writes) {
        if (thread >= MAX_THREADS) {
            return;
        }
        all.add(thread, writes);
        int place = indices.find(target);
        if (place < 0) {
            if (things.size() == MAX_THINGS) {
                return;
            }
            place = indices.add(target);
            indices.set(place, 0, things.size());
            things.add(new Thing(target));
        }
        Thing thing = things.get((int) indices.value(place, 0));
        boolean wasContested = thing.isContested();
        thing.add(thread, writes);
        if (!wasContested && thing.isContested()) {
            contested.add(thing);
        }
    }

    void started(int child, int parent) {
        if (child >= parents.length) {
            parents = Arrays.copyOf(parents, Math.max(child + 1, 2 * parents.length));
        }
        parents[child] = parent;
    }

    void scheduleEnded() {
        schedules++;
    }

    /// Who started the thread in the latest schedule in which anybody did; 0 when nobody did, or
    /// not one with a lower number.
    int parent(int thread) {
        int parent = thread < parents.length ? parents[thread] : 0;
        return parent < thread ? parent : 0;
    }

    /// How many things are contested.
    int contested() {
        return contested.size();
    }

    /// The number of one of them.
    long contested(int index) {
        return contested.get(index).target;
    }

    /// How often a thread touches the thing of the given number in a schedule, or anything when
    /// that is 0.
    double mean(long target, int thread) {
        int place = target == 0 ? -1 : indices.find(target);
        Thing thing = place < 0 ? all : things.get((int) indices.value(place, 0));
        return schedules == 0 || thread >= thing.counts.length
                ? 0
                : (double) thing.counts[thread] / schedules;
    }

    private static final class Thing {
        final long target;
        long[] counts = new long[4];
        int threads;
        boolean isWritten;

        Thing(long target) {
            this.target = target;
        }

        void add(int thread, boolean writes) {
            if (thread >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(thread + 1, 2 * counts.length));
            }
            threads += counts[thread] == 0 ? 1 : 0;
            counts[thread]++;
            isWritten |= writes;
        }

        boolean isContested() {
            return threads > 1 && isWritten;
        }
    }
}
