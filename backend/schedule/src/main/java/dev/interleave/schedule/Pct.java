package dev.interleave.schedule;

import java.util.Arrays;

/// Lets the thread with the highest priority go on; priorities are random, and drop at a few random
/// steps. For one thread.
///
/// Finds a bug of depth `d`, one that shows when `d` steps come in a certain order, with a
/// probability of at least 1/(n·k^(d-1)), where `n` is the number of threads and `k` that of steps
/// [1].
///
/// Departs from [1]: `k` is learnt from earlier schedules and counts only steps with more than one
/// option; a thread that lets others go first gets the lowest priority of all, for good, so that
/// loops that wait come to an end; the clock has a priority of its own, mostly a low one, which is
/// drawn again whenever it has moved.
///
/// [1] Burckhardt, Kothari, Musuvathi, Nagarakatte, "A randomized scheduler with probabilistic
/// guarantees of finding bugs", ASPLOS 2010.
final class Pct implements Strategy {
    // Priorities, from above: random ones (2^32 and more); those of threads that were dropped,
    // which
    // are below the number of drops; and what waits, from -1 downwards, the latest lowest.

    private static final int MAX_DEPTH = 3;
    private static final long RANDOM_FROM = 1L << 32;
    private static final int FIRST_GUESS = 32;

    /// One time in so many the clock has a random priority.
    private static final int EAGER_CLOCK = 4;

    private final SeededRandom random;

    /// The depth of every schedule, or 0 when it goes round.
    private final int fixedDepth;

    private int depth;

    /// The most decisions that a schedule had, or a guess.
    private int longest;

    private int decisions;

    /// Before which decisions someone drops, ascending; and which is next.
    private int[] drops = new int[0];

    private int nextDrop;
    private long lowest;

    /// By thread; 0 when none was drawn yet.
    private long[] priorities = new long[16];

    /// By thread: whether it has moved since it was last lowered for letting others go first.
    private boolean[] hasMoved = new boolean[16];

    /// A strategy whose depth goes round from 1 to 3.
    Pct(long seed) {
        this(seed, 0);
    }

    Pct(long seed, int fixedDepth) {
        if (fixedDepth < 0 || fixedDepth > MAX_DEPTH) {
            throw new IllegalArgumentException("depth must be 0 to 3; it is " + fixedDepth);
        }
        random = new SeededRandom(seed);
        this.fixedDepth = fixedDepth;
    }

    @Override
    public String name() {
        return "PCT, depth " + Math.max(1, Math.max(depth, fixedDepth));
    }

    @Override
    public boolean begin() {
        depth = fixedDepth > 0 ? fixedDepth : depth % MAX_DEPTH + 1;
        Arrays.fill(priorities, 0);
        Arrays.fill(hasMoved, false);
        decisions = 0;
        lowest = 0;
        nextDrop = 0;
        drops = new int[depth - 1];
        for (int i = 0; i < drops.length; i++) {
            drops[i] = random.below(longest == 0 ? FIRST_GUESS : longest);
        }
        Arrays.sort(drops);
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int best = 0;
        if (choice.options() > 1) {
            best = highest(choice);
            while (nextDrop < drops.length && drops[nextDrop] == decisions) {
                nextDrop++;
                priorities[choice.thread(best)] = (long) depth - nextDrop;
                best = highest(choice);
            }
            decisions++;
            best = withoutWaiting(choice, best);
        }
        int thread = choice.thread(best);
        room(thread);
        hasMoved[thread] = true;
        if (thread == Choice.CLOCK) {
            priorities[thread] = 0;
        }
        return best;
    }

    @Override
    public void stepped(Step step) {}

    @Override
    public void ended(boolean isComplete) {
        longest = Math.max(longest, decisions);
    }

    /// Lowers those who let others go first, once each time they have moved.
    private int withoutWaiting(Choice choice, int highest) {
        int best = highest;
        while (choice.yields(best) && hasMoved[choice.thread(best)]) {
            hasMoved[choice.thread(best)] = false;
            priorities[choice.thread(best)] = --lowest;
            best = highest(choice);
        }
        return best;
    }

    private int highest(Choice choice) {
        int best = 0;
        long bestPriority = Long.MIN_VALUE;
        int options = choice.options();
        for (int option = 0; option < options; option++) {
            long priority = priority(choice.thread(option));
            if (priority > bestPriority) {
                bestPriority = priority;
                best = option;
            }
        }
        return best;
    }

    private long priority(int thread) {
        room(thread);
        if (priorities[thread] == 0) {
            boolean isLow = thread == Choice.CLOCK && random.below(EAGER_CLOCK) > 0;
            priorities[thread] = isLow ? --lowest : RANDOM_FROM + (random.next() >>> 2);
        }
        return priorities[thread];
    }

    private void room(int thread) {
        if (thread >= priorities.length) {
            priorities = Arrays.copyOf(priorities, Math.max(thread + 1, 2 * priorities.length));
            hasMoved = Arrays.copyOf(hasMoved, priorities.length);
        }
    }
}
