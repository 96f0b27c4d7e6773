package dev.interleave.model.trace;

/// What kind of thread a lane shows. The ordinal travels.
public enum LaneKind {
    /// A thread of the operating system.
    PLATFORM,
    /// A virtual thread.
    VIRTUAL,
    /// A platform thread that virtual threads are mounted on.
    CARRIER
}
