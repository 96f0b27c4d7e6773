package dev.interleave.schedule;

import java.util.Arrays;

/// Lets the operation with the highest priority go first; each gets a random one, and a new one
/// after an operation that it races with. So every order of the operations on one thing has a fair
/// chance, however many others are in between. For one thread.
///
/// Yuan, Yang, Gu, "Partial order aware concurrency sampling", CAV 2018: partial-order sampling.
/// Departs from it: a thread that lets others go first comes after those that don't, and so does
/// the clock, but for some of its steps.
final class Pos implements Strategy {
    private static final int FREE = 0;

    /// One in so many of the clock's steps is as urgent as others' operations.
    private static final int EAGER_CLOCK = 4;

    private final SeededRandom random;

    /// By thread: the priority of its next operation, or FREE when none was drawn; and what that
    /// operation touches, as far as it is known.
    private long[] priorities = new long[16];

    private long[] targets = new long[16];
    private boolean[] writes = new boolean[16];

    /// The threads that could move at this step.
    private int[] rivals = new int[16];

    private int rivalCount;
    private boolean isClockEager;

    Pos(long seed) {
        random = new SeededRandom(seed);
    }

    @Override
    public String name() {
        return "POS";
    }

    @Override
    public boolean begin() {
        Arrays.fill(priorities, FREE);
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int options = choice.options();
        if (rivals.length < options) {
            rivals = new int[2 * options];
        }
        rivalCount = options;
        int best = 0;
        long bestPriority = Long.MIN_VALUE;
        for (int option = 0; option < options; option++) {
            int thread = choice.thread(option);
            room(thread);
            rivals[option] = thread;
            targets[thread] = choice.target(option);
            writes[thread] = choice.writes(option);
            if (priorities[thread] == FREE) {
                priorities[thread] = (random.next() >>> 2) + 1;
                isClockEager =
                        thread == Choice.CLOCK ? random.below(EAGER_CLOCK) == 0 : isClockEager;
            }
            boolean waits = thread == Choice.CLOCK ? !isClockEager : choice.yields(option);
            // Drawn anew at each step for those who wait: one that kept a low priority would hardly
            // ever move beside a loop, which gets a new one each turn.
            long priority = waits ? -(random.next() >>> 2) : priorities[thread];
            if (priority > bestPriority) {
                bestPriority = priority;
                best = option;
            }
        }
        return best;
    }

    @Override
    public void stepped(Step step) {
        priorities[step.thread()] = FREE;
        for (int i = 0; i < rivalCount; i++) {
            if (step.isGlobal() || races(step, rivals[i])) {
                priorities[rivals[i]] = FREE;
            }
        }
    }

    @Override
    public void ended(boolean isComplete) {}

    private boolean races(Step step, int rival) {
        if (targets[rival] == 0) {
            return false;
        }
        int accesses = step.accesses();
        for (int access = 0; access < accesses; access++) {
            if (step.target(access) == targets[rival] && (writes[rival] || step.writes(access))) {
                return true;
            }
        }
        return false;
    }

    private void room(int thread) {
        if (thread >= priorities.length) {
            int length = Math.max(thread + 1, 2 * priorities.length);
            priorities = Arrays.copyOf(priorities, length);
            targets = Arrays.copyOf(targets, length);
            writes = Arrays.copyOf(writes, length);
        }
    }
}
