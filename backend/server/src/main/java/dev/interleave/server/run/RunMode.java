package dev.interleave.server.run;

/// Who decides which thread moves. The text is what programs write.
public enum RunMode {
    /// The real scheduler: real threads, real time.
    LIVE("live"),
    /// We do, and one schedule runs.
    CONTROLLED("controlled"),
    /// We do, again and again, until a schedule fails.
    EXPLORE("explore");

    private final String text;

    RunMode(String text) {
        this.text = text;
    }

    /// The name as programs write it.
    public String text() {
        return text;
    }
}
