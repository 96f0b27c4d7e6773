package dev.interleave.schedule;

import dev.interleave.model.control.StrategyKind;

/// Makes strategies.
public final class Strategies {
    private Strategies() {}

    /// A strategy of the given kind that has not begun.
    public static Strategy of(StrategyKind kind, long seed) {
        return switch (kind) {
            case PORTFOLIO -> new Portfolio(seed);
            case RANDOM -> new RandomWalk(seed);
            case PCT -> new Pct(seed);
            case POS -> new Pos(seed);
            case SURW -> new Surw(seed);
            case FAIR -> new Fair(seed);
            case DPOR -> new Dpor();
            case NONE -> new NonPreemptive();
        };
    }

    /// What looks at a program first, to see how it goes: number 0 interrupts nobody, the others
    /// are random.
    public static Strategy scout(long seed, int number) {
        return number == 0 ? new NonPreemptive() : new RandomWalk(seed + number);
    }
}
