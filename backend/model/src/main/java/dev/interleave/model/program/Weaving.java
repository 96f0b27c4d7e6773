package dev.interleave.model.program;

/// Which probes a program gets. The ordinal travels between our own processes.
public enum Weaving {
    /// Those that watch threads, locks and calls.
    LIVE,
    /// Those that watch accesses to memory as well.
    MEMORY,
    /// Those that let an engine decide every switch, and watch accesses to memory as well.
    CONTROLLED;

    /// Whether accesses to memory get probes.
    public boolean isMemoryWatched() {
        return this != LIVE;
    }
}
