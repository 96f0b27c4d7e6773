package dev.interleave.schedule;

import dev.interleave.model.control.StrategyKind;

/// Makes strategies.
public final class Strategies {
    private Strategies() {}

    /// A strategy of the given kind that has not begun.
    public static Strategy of(StrategyKind kind, long seed) {
        return switch (kind) {
            case RANDOM, PORTFOLIO, PCT, POS, SURW, DPOR -> new RandomWalk(seed);
        };
    }
}
