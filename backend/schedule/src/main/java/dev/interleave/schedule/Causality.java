package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Which steps of the path that [Dpor] is on come before which, whatever the order of independent
/// steps; and which two are only in order because one happened to come first. For one thread.
///
/// A vector clock for each step (Mattern, "Virtual time and global states of distributed systems",
/// 1989). Besides the dependence that [TraceClasses] names, a step that lets a thread move comes
/// before that thread's next.
final class Causality {
    private static final int NONE = -1;

    private final List<DporNode> path;

    /// By thread: its last step, and the step that last enabled it; indices of the path, or NONE.
    private int[] lastOf = new int[16];

    private int[] enabledBy = new int[16];
    private int lastGlobal;

    /// For each thing, which of `accesses` is its.
    private final LongTable things = new LongTable(1);

    private final List<Accesses> accesses = new ArrayList<>();
    private int used;

    /// What a step comes directly after, and whether the two race for one thing.
    private int[] before = new int[16];

    private boolean[] isRival = new boolean[16];
    private int befores;

    Causality(List<DporNode> path) {
        this.path = path;
    }

    /// Another schedule begins.
    void begin() {
        Arrays.fill(lastOf, NONE);
        Arrays.fill(enabledBy, NONE);
        lastGlobal = NONE;
        things.clear();
        used = 0;
    }

    /// Takes the step at `index`, whose clock is known, as the next one.
    void follow(int index) {
        DporNode node = path.get(index);
        Footprint step = node.step();
        room(step.thread());
        lastOf[step.thread()] = index;
        enabledBy[step.thread()] = NONE;
        if (step.isGlobal()) {
            lastGlobal = index;
        }
        for (int access = 0; access < step.accesses(); access++) {
            of(step.target(access)).add(index, step.thread(), step.writes(access));
        }
        noteEnabled(index);
    }

    /// Takes note whom the step at `index` enabled.
    void noteEnabled(int index) {
        for (int thread : path.get(index).enables()) {
            room(thread);
            enabledBy[thread] = index;
        }
    }

    /// Works out the clock of the step at `index`, which follows the last one; and calls `rivals`
    /// for each step that this one could as well come before, with nothing in between that would
    /// have to move with it.
    void append(int index, IntConsumer rivals) {
        Footprint step = path.get(index).step();
        int thread = step.thread();
        room(thread);
        collect(step);
        path.get(index).setClock(clock(thread));
        for (int i = 0; i < befores; i++) {
            if (isRival[i] && isDirect(i)) {
                rivals.accept(before[i]);
            }
        }
        follow(index);
    }

    /// Calls `rivals` for each step that the last one, at `index`, could as well come before if it
    /// depended on all.
    void appendedIsGlobal(int index, IntConsumer rivals) {
        Footprint step = path.get(index).step();
        befores = 0;
        for (int other = 0; other < lastOf.length; other++) {
            if (other != step.thread()) {
                add(lastOf[other], true);
            }
        }
        for (int i = 0; i < befores; i++) {
            if (isDirect(i)) {
                rivals.accept(before[i]);
            }
        }
    }

    /// Whether the step at `earlier` comes before the one at `later`, which it is not.
    boolean isOrdered(int earlier, int later) {
        int thread = path.get(earlier).step().thread();
        return at(path.get(later).clock(), thread) >= position(earlier);
    }

    /// How many steps its thread had taken with the step at `index`.
    int position(int index) {
        DporNode node = path.get(index);
        return at(node.clock(), node.step().thread());
    }

    static int at(int[] clock, int thread) {
        return thread < clock.length ? clock[thread] : 0;
    }

    private void collect(Footprint step) {
        int thread = step.thread();
        befores = 0;
        add(lastOf[thread], false);
        add(enabledBy[thread], false);
        add(lastGlobal, true);
        if (step.isGlobal()) {
            for (int last : lastOf) {
                add(last, true);
            }
        }
        for (int access = 0; access < step.accesses(); access++) {
            Accesses of = of(step.target(access));
            add(of.lastWrite, true);
            if (step.writes(access)) {
                for (int i = 0; i < of.readers; i++) {
                    add(of.lastRead[i], true);
                }
            }
        }
    }

    private void add(int index, boolean rival) {
        if (index == NONE) {
            return;
        }
        for (int i = 0; i < befores; i++) {
            if (before[i] == index) {
                isRival[i] |= rival;
                return;
            }
        }
        if (befores == before.length) {
            before = Arrays.copyOf(before, 2 * befores);
            isRival = Arrays.copyOf(isRival, 2 * befores);
        }
        before[befores] = index;
        isRival[befores++] = rival;
    }

    private int[] clock(int thread) {
        int length = thread + 1;
        for (int i = 0; i < befores; i++) {
            length = Math.max(length, path.get(before[i]).clock().length);
        }
        var clock = new int[length];
        for (int i = 0; i < befores; i++) {
            int[] earlier = path.get(before[i]).clock();
            for (int t = 0; t < earlier.length; t++) {
                clock[t] = Math.max(clock[t], earlier[t]);
            }
        }
        clock[thread]++;
        return clock;
    }

    /// Whether no other step is in between.
    private boolean isDirect(int which) {
        for (int i = 0; i < befores; i++) {
            if (i != which && isOrdered(before[which], before[i])) {
                return false;
            }
        }
        return true;
    }

    private Accesses of(long target) {
        int place = things.find(target);
        if (place < 0) {
            place = things.add(target);
            things.set(place, 0, used);
            if (used == accesses.size()) {
                accesses.add(new Accesses());
            }
            accesses.get(used++).clear();
        }
        return accesses.get((int) things.value(place, 0));
    }

    private void room(int thread) {
        int before = lastOf.length;
        if (thread >= before) {
            lastOf = Arrays.copyOf(lastOf, Math.max(thread + 1, 2 * before));
            enabledBy = Arrays.copyOf(enabledBy, lastOf.length);
            Arrays.fill(lastOf, before, lastOf.length, NONE);
            Arrays.fill(enabledBy, before, enabledBy.length, NONE);
        }
    }

    /// Who touched a thing: the last step that changed it, and each thread's last that has looked
    /// since.
    private static final class Accesses {
        int lastWrite;
        int[] lastRead = new int[2];
        int[] reader = new int[2];
        int readers;

        void clear() {
            lastWrite = NONE;
            readers = 0;
        }

        void add(int index, int thread, boolean writes) {
            if (writes) {
                lastWrite = index;
                readers = 0;
                return;
            }
            if (lastWrite == index) {
                return;
            }
            for (int i = 0; i < readers; i++) {
                if (reader[i] == thread) {
                    lastRead[i] = index;
                    return;
                }
            }
            if (readers == reader.length) {
                reader = Arrays.copyOf(reader, 2 * readers);
                lastRead = Arrays.copyOf(lastRead, 2 * readers);
            }
            reader[readers] = thread;
            lastRead[readers++] = index;
        }
    }
}
