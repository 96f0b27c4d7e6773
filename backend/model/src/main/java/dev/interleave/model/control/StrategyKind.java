package dev.interleave.model.control;

/// How a search decides who moves. The text is what programs write; the ordinal travels.
public enum StrategyKind {
    /// One after the other, each in turn, until the time is up or everything has been seen.
    PORTFOLIO("portfolio"),
    /// Whoever may move, with the same chance.
    RANDOM("random"),
    /// Priorities that change a few times: probabilistic concurrency testing.
    PCT("pct"),
    /// Priorities drawn for each operation: partial-order sampling.
    POS("pos"),
    /// Weights that make every interleaving of the chosen operations as likely: selectively uniform
    /// random walk.
    SURW("surw"),
    /// Every interleaving that differs from the others: dynamic partial-order reduction.
    DPOR("dpor"),
    /// Nobody is interrupted: one schedule.
    NONE("none");

    private final String text;

    StrategyKind(String text) {
        this.text = text;
    }

    /// The name as programs write it.
    public String text() {
        return text;
    }
}
