package dev.interleave.model.run;

/// The kinds of finding. A name, once published, keeps its meaning.
public enum FindingKind {
    /// Threads wait for each other, or for something nobody will do.
    DEADLOCK("Deadlock"),
    /// An exception ended a thread other than the main one.
    UNCAUGHT_EXCEPTION("UncaughtException");

    private final String text;

    FindingKind(String text) {
        this.text = text;
    }

    /// The name as programs see it.
    public String text() {
        return text;
    }
}
