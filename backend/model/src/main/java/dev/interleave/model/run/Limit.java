package dev.interleave.model.run;

/// What a run may have only so much of, besides wall-clock time. The ordinal travels between our
/// own processes.
public enum Limit {
    /// Java objects.
    HEAP("heap"),
    /// Processor time.
    CPU("cpu"),
    /// Threads alive at once, and lanes in all.
    THREADS("threads"),
    /// Trace records.
    EVENTS("events"),
    /// Bytes printed.
    OUTPUT("output"),
    /// Memory outside the Java heap.
    NATIVE_MEMORY("nativeMemory");

    private final String text;

    Limit(String text) {
        this.text = text;
    }

    /// The name as programs see it.
    public String text() {
        return text;
    }
}
