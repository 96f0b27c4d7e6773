package dev.interleave.analysis;

/// How a program stands.
public enum Standing {
    /// Some thread can go on.
    MOVES,
    /// Nothing is left but pool threads without work, which nobody told to end.
    ONLY_IDLE_POOLS,
    /// Every thread waits for another, for ever.
    DEADLOCKED
}
