package dev.interleave.runner.control;

/// The program has started more threads than it may.
public final class ThreadsExceeded extends Error {
    private static final long serialVersionUID = 1;

    private final int limit;

    /// @param what what there are more of than the limit
    ThreadsExceeded(int limit, String what) {
        super(what, null, false, false);
        this.limit = limit;
    }

    /// How many it may start.
    public int limit() {
        return limit;
    }
}
