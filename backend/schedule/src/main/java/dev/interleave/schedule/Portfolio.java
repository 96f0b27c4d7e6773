package dev.interleave.schedule;

/// Many strategies, in turns, as none is best for every program: one schedule without preemption;
/// then a rotation of samplers, in turns with partial-order reduction, until that has seen
/// everything. The rotation is PCT of depth 1 to 3, POS, random, all in turn, and SURW twice, which
/// needs the fewest schedules where many threads have to be in the middle of something at once. For
/// one thread.
///
/// Each strategy only sees its own schedules. The reduction's stretches are as long as the
/// samplers', and each is twice as long as the one before; once it is far from the end, or can't
/// reach it, its stretches are an eighth of theirs.
final class Portfolio implements Strategy {
    private static final int FIRST_STRETCH = 24;
    private static final int LONGEST_STRETCH = 1_024;
    private static final long FAR = 100_000;
    private static final int FAR_SHARE = 8;

    private final Strategy first = new NonPreemptive();
    private final Strategy[] samplers;
    private final Dpor dpor = new Dpor();
    private Strategy present = first;
    private int nextSampler;
    private boolean isSampling = true;
    private int stretch = FIRST_STRETCH;
    private int left = FIRST_STRETCH;

    Portfolio(long seed) {
        var surw = new Surw(SeededRandom.mix(seed + 1));
        samplers =
                new Strategy[] {
                    new Pct(SeededRandom.mix(seed + 2), 1),
                    surw,
                    new Pos(SeededRandom.mix(seed + 3)),
                    new Pct(SeededRandom.mix(seed + 4), 2),
                    surw,
                    new Pct(SeededRandom.mix(seed + 5), 3),
                    new RandomWalk(SeededRandom.mix(seed + 6)),
                    new Fair(SeededRandom.mix(seed + 7))
                };
    }

    @Override
    public String name() {
        return present.name();
    }

    @Override
    public boolean begin() {
        if (dpor.isExhausted()) {
            return false;
        }
        if (first.begin()) {
            return true;
        }
        if (left == 0) {
            turn();
        }
        if (!isSampling && dpor.begin()) {
            left--;
            present = dpor;
            return true;
        }
        if (!isSampling) {
            turn();
        }
        left--;
        present = samplers[nextSampler];
        nextSampler = (nextSampler + 1) % samplers.length;
        return present.begin();
    }

    @Override
    public int choose(Choice choice) {
        return present.choose(choice);
    }

    @Override
    public void stepped(Step step) {
        present.stepped(step);
    }

    @Override
    public void ended(boolean isComplete) {
        present.ended(isComplete);
    }

    /// What the reduction expects, or -1 while it can't say.
    @Override
    public long remaining() {
        return dpor.isExhausted() || dpor.remaining() > 0 ? dpor.remaining() : -1;
    }

    @Override
    public boolean isExhausted() {
        return dpor.isExhausted();
    }

    private void turn() {
        isSampling = !isSampling;
        if (isSampling) {
            stretch = Math.min(2 * stretch, LONGEST_STRETCH);
        }
        left = isSampling || !isFar() ? stretch : stretch / FAR_SHARE;
    }

    private boolean isFar() {
        return dpor.hasLeftOut() || dpor.remaining() > FAR;
    }
}
