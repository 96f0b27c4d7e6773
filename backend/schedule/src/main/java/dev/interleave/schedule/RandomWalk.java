package dev.interleave.schedule;

/// Whoever may move does, with the same chance, at every step anew; the clock too.
///
/// Thomson, Donaldson, Betts, "Concurrency testing using controlled schedulers: an empirical
/// study", ACM TOPC 2016, found it a baseline that is hard to beat on small programs.
final class RandomWalk implements Strategy {
    private final SeededRandom random;

    RandomWalk(long seed) {
        random = new SeededRandom(seed);
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public boolean begin() {
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int options = choice.options();
        return options == 1 ? 0 : random.below(options);
    }

    @Override
    public void stepped(Step step) {}

    @Override
    public void ended(boolean isComplete) {}
}
