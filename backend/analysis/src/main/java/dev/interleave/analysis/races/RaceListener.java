package dev.interleave.analysis.races;

/// Is told of data races.
@FunctionalInterface
public interface RaceListener {
    /// A race was found, the first on its variable; called before the later access takes place.
    void found(Race race);
}
