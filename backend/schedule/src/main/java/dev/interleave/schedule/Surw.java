package dev.interleave.schedule;

import java.util.Arrays;

/// Makes all orders of the interesting operations about equally probable: who takes the next one is
/// drawn with weights that are the numbers of interesting operations that each still has to do; in
/// between, whoever may move does. For one thread.
///
/// Zhao, Wolff, Mathur, Roychoudhury, "Selectively uniform concurrency testing", ASPLOS 2025: SURW.
/// In each schedule the accesses to one thing are interesting, or sometimes all that touch
/// anything. The numbers are the means of earlier schedules ([AccessCounts]), so the first one is a
/// plain random walk. Departs from it: a thread that lets others go first moves when nobody else
/// can, and so does the clock, but for some of its steps; an operation that is out of turn goes
/// ahead when nothing else can.
final class Surw implements Strategy {
    private static final int NOBODY = -1;

    /// One schedule in so many finds everything interesting.
    private static final int ALL = 4;

    /// One time in so many the clock may move though others could.
    private static final int EAGER_CLOCK = 8;

    /// What an operation weighs that nobody expected.
    private static final double UNEXPECTED = 0.5;

    private final SeededRandom random;
    private final AccessCounts counts = new AccessCounts();

    /// The number of what is interesting, or 0 for everything.
    private long interesting;

    /// By thread: how many interesting operations it, and those that it still has to start, have
    /// left; and whether it has been started.
    private double[] weights = new double[16];

    private boolean[] isStarted = new boolean[16];

    /// The most threads there have been.
    private int threads;

    /// Who takes the next interesting step, or NOBODY.
    private int chosen = NOBODY;

    Surw(long seed) {
        random = new SeededRandom(seed);
    }

    @Override
    public String name() {
        return "SURW";
    }

    @Override
    public boolean begin() {
        int contested = counts.contested();
        boolean isOne = contested > 0 && random.below(ALL) > 0;
        interesting = isOne ? counts.contested(random.below(contested)) : 0;
        Arrays.fill(weights, 0);
        Arrays.fill(isStarted, false);
        for (int thread = threads - 1; thread > 0; thread--) {
            weights[thread] += counts.mean(interesting, thread);
            weights[counts.parent(thread)] += weights[thread];
        }
        weights[0] = 0;
        chosen = NOBODY;
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int options = choice.options();
        for (int option = 0; option < options; option++) {
            start(choice.thread(option));
        }
        if (chosen == NOBODY) {
            draw();
        }
        int option = options == 1 ? 0 : pick(choice);
        long target = choice.target(option);
        int thread = choice.thread(option);
        if (target != 0) {
            counts.add(target, thread, choice.writes(option));
            if (interesting == 0 || target == interesting) {
                weights[thread] = Math.max(0, weights[thread] - 1);
                chosen = NOBODY;
            }
        }
        return option;
    }

    @Override
    public void stepped(Step step) {
        int child = step.started();
        int parent = step.thread();
        if (child == 0) {
            return;
        }
        start(child);
        counts.started(child, parent);
        weights[parent] = Math.max(0, weights[parent] - weights[child]);
        if (chosen == parent
                && random.fraction() * (weights[parent] + weights[child]) < weights[child]) {
            chosen = child;
        }
    }

    @Override
    public void ended(boolean isComplete) {
        counts.scheduleEnded();
    }

    /// First those whose turn it is or who do nothing interesting, then those who do out of turn,
    /// then those who wait.
    private int pick(Choice choice) {
        boolean isClockEager = random.below(EAGER_CLOCK) == 0;
        int free = 0;
        double early = 0;
        int options = choice.options();
        for (int option = 0; option < options; option++) {
            if (!waits(choice, option, isClockEager)) {
                if (isEarly(choice, option)) {
                    early += weight(choice, option);
                } else {
                    free++;
                }
            }
        }
        if (free > 0) {
            return free(choice, random.below(free), isClockEager);
        }
        return early > 0
                ? early(choice, random.fraction() * early, isClockEager)
                : random.below(options);
    }

    private int free(Choice choice, int which, boolean isClockEager) {
        int left = which;
        int option = 0;
        while (waits(choice, option, isClockEager) || isEarly(choice, option) || left-- > 0) {
            option++;
        }
        return option;
    }

    private int early(Choice choice, double where, boolean isClockEager) {
        double left = where;
        int last = 0;
        for (int option = 0; option < choice.options(); option++) {
            if (!waits(choice, option, isClockEager)) {
                last = option;
                left -= weight(choice, option);
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private double weight(Choice choice, int option) {
        return Math.max(UNEXPECTED, weights[choice.thread(option)]);
    }

    private boolean isEarly(Choice choice, int option) {
        long target = choice.target(option);
        return target != 0
                && (interesting == 0 || target == interesting)
                && choice.thread(option) != chosen;
    }

    private static boolean waits(Choice choice, int option, boolean isClockEager) {
        return choice.thread(option) == Choice.CLOCK ? !isClockEager : choice.yields(option);
    }

    private void draw() {
        double sum = 0;
        for (int thread = 1; thread < threads; thread++) {
            sum += isStarted[thread] ? weights[thread] : 0;
        }
        double left = random.fraction() * sum;
        for (int thread = 1; thread < threads; thread++) {
            if (isStarted[thread] && weights[thread] > 0) {
                chosen = thread;
                left -= weights[thread];
                if (left < 0) {
                    return;
                }
            }
        }
    }

    private void start(int thread) {
        if (thread >= weights.length) {
            weights = Arrays.copyOf(weights, Math.max(thread + 1, 2 * weights.length));
            isStarted = Arrays.copyOf(isStarted, weights.length);
        }
        threads = Math.max(threads, thread + 1);
        isStarted[thread] = true;
    }
}
