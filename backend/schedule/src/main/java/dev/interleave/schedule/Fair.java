package dev.interleave.schedule;

import java.util.Arrays;

/// Lets all that can move do so in turn, a step each: threads that give way to each other do that
/// for ever only while they keep step. For one thread.
///
/// Musuvathi, Qadeer, "Fair stateless model checking", PLDI 2008: only a schedule that is fair
/// tells a livelock from a thread that was left behind. Departs from it: it draws, of all fair
/// schedules, those that go round, and only their beginnings differ. Either new threads are held
/// back until nobody else has anything to do, so that they start together; or the first steps are
/// random; or neither. And each thread lets a few rounds pass before its first step in turn. The
/// clock moves when all others wait, or in some schedules in turn.
final class Fair implements Strategy {
    private static final int UNKNOWN = -1;

    /// One schedule in so many has random first steps, and one nothing; in the others threads start
    /// together.
    private static final int BEGINNINGS = 4;

    /// There are at most 2 to the power of this random steps.
    private static final int MOST_WILD_BITS = 6;

    /// A thread lets fewer rounds pass than 2 to the power of less than this.
    private static final int MOST_DELAY_BITS = 4;

    /// One schedule in so many lets the clock move in turn.
    private static final int EAGER_CLOCK = 4;

    private final SeededRandom random;

    /// How many random steps are left.
    private int wild;

    /// Whether threads that have not moved yet are held back.
    private boolean holdsBack;

    private int delayBound;
    private boolean isClockEager;

    /// Who moved last.
    private int last;

    /// By thread: how many rounds it is still to let pass, or UNKNOWN before it is drawn; and
    /// whether it has moved.
    private int[] delays = new int[16];

    private boolean[] hasMoved = new boolean[16];

    Fair(long seed) {
        random = new SeededRandom(seed);
    }

    @Override
    public String name() {
        return "in turn";
    }

    @Override
    public boolean begin() {
        int beginning = random.below(BEGINNINGS);
        wild = beginning == 0 ? 1 + random.below(1 << random.below(MOST_WILD_BITS + 1)) : 0;
        holdsBack = beginning > 1;
        delayBound = 1 << random.below(MOST_DELAY_BITS);
        isClockEager = random.below(EAGER_CLOCK) == 0;
        last = Choice.CLOCK;
        Arrays.fill(delays, UNKNOWN);
        Arrays.fill(hasMoved, false);
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int option = choice.options() == 1 ? 0 : pick(choice);
        last = choice.thread(option);
        room(last);
        hasMoved[last] = true;
        return option;
    }

    @Override
    public void stepped(Step step) {}

    @Override
    public void ended(boolean isComplete) {}

    private int pick(Choice choice) {
        if (wild > 0) {
            wild--;
            return random.below(choice.options());
        }
        if (holdsBack) {
            int early = early(choice);
            if (early >= 0) {
                return early;
            }
            holdsBack = false;
        }
        return inTurn(choice);
    }

    /// The next of those that have moved before and have something to do, or -1.
    private int early(Choice choice) {
        int option = after(choice, last);
        for (int i = 0; i < choice.options(); i++) {
            int thread = choice.thread(option);
            room(thread);
            if (thread != Choice.CLOCK && hasMoved[thread] && !choice.yields(option)) {
                return option;
            }
            option = after(choice, thread);
        }
        return -1;
    }

    private int inTurn(Choice choice) {
        boolean isClockDue = isClockEager || allWait(choice);
        int option = after(choice, last);
        while (letsPass(choice, option, isClockDue)) {
            option = after(choice, choice.thread(option));
        }
        return option;
    }

    private boolean letsPass(Choice choice, int option, boolean isClockDue) {
        int thread = choice.thread(option);
        if (thread == Choice.CLOCK) {
            return !isClockDue;
        }
        room(thread);
        if (delays[thread] == UNKNOWN) {
            delays[thread] = random.below(delayBound);
        }
        if (delays[thread] == 0) {
            return false;
        }
        delays[thread]--;
        return true;
    }

    /// The option of the next higher thread; after the highest, the clock; and then the lowest.
    private static int after(Choice choice, int thread) {
        for (int option = 0; option < choice.options(); option++) {
            int other = choice.thread(option);
            if (other > thread || (other == Choice.CLOCK && thread != Choice.CLOCK)) {
                return option;
            }
        }
        return 0;
    }

    private static boolean allWait(Choice choice) {
        for (int option = 0; option < choice.options(); option++) {
            if (choice.thread(option) != Choice.CLOCK && !choice.yields(option)) {
                return false;
            }
        }
        return true;
    }

    private void room(int thread) {
        if (thread >= delays.length) {
            int length = Math.max(thread + 1, 2 * delays.length);
            int known = delays.length;
            delays = Arrays.copyOf(delays, length);
            Arrays.fill(delays, known, length, UNKNOWN);
            hasMoved = Arrays.copyOf(hasMoved, length);
        }
    }
}
