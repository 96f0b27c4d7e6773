package dev.interleave.schedule;

import java.util.BitSet;

/// What a step did, kept beyond the call that told of it.
final class Footprint {
    private final long[] targets;
    private final boolean[] writes;
    private final int thread;
    private final int started;
    private final long known;
    private final boolean isGlobal;
    private final int youngest;
    private final int numbering;

    /// Threads that this step raced with, in all schedules so far that took it where this one did.
    private final BitSet rivals = new BitSet();

    private Footprint(Step step, int youngest, int numbering) {
        this.youngest = youngest;
        this.numbering = numbering;
        int accesses = step.accesses();
        targets = new long[accesses];
        writes = new boolean[accesses];
        for (int access = 0; access < accesses; access++) {
            targets[access] = step.target(access);
            writes[access] = step.writes(access);
        }
        thread = step.thread();
        started = step.started();
        known = step.known();
        isGlobal = step.isGlobal();
    }

    /// @param youngest the highest number of a thread before the step
    /// @param numbering with which others its numbers can be compared
    static Footprint of(Step step, int youngest, int numbering) {
        return new Footprint(step, youngest, numbering);
    }

    /// The same step taken once more, where things have other numbers now.
    Footprint again(Step step, int otherNumbering) {
        var again = new Footprint(step, youngest, otherNumbering);
        again.rivals.or(rivals);
        return again;
    }

    /// Whether it was the same that was done again.
    boolean isSame(Step step) {
        if (step.accesses() != targets.length
                || step.known() != known
                || step.started() != started
                || step.isGlobal() != isGlobal) {
            return false;
        }
        for (int access = 0; access < targets.length; access++) {
            if (step.target(access) != targets[access] || step.writes(access) != writes[access]) {
                return false;
            }
        }
        return true;
    }

    int thread() {
        return thread;
    }

    /// A thread that the step started, or 0.
    int started() {
        return started;
    }

    boolean isGlobal() {
        return isGlobal;
    }

    /// Takes note that the step raced with one of `thread`.
    void racedWith(int thread) {
        rivals.set(thread);
    }

    /// Whether the step raced with one of `thread`, or may have done so: threads started after it
    /// may have other numbers in other schedules.
    boolean mayHaveRacedWith(int thread) {
        return thread > youngest ? rivals.length() > youngest + 1 : rivals.get(thread);
    }

    int accesses() {
        return targets.length;
    }

    long target(int access) {
        return targets[access];
    }

    boolean writes(int access) {
        return writes[access];
    }

    /// Whether this step, which another thread took in an earlier schedule, would have to stay in
    /// order with `other`, a step of this schedule. The two schedules are equal up to this step or
    /// further; things first touched by it or later may have other numbers, so any two of them may
    /// be the same.
    boolean mayConflict(Footprint other) {
        if (isGlobal || other.isGlobal || numbering != other.numbering) {
            return true;
        }
        for (int mine = 0; mine < targets.length; mine++) {
            boolean isFresh = targets[mine] >= known;
            for (int its = 0; its < other.targets.length; its++) {
                if ((writes[mine] || other.writes[its])
                        && (isFresh
                                ? other.targets[its] >= known
                                : other.targets[its] == targets[mine])) {
                    return true;
                }
            }
        }
        return false;
    }
}
