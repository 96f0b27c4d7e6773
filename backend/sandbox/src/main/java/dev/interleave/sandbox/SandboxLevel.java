package dev.interleave.sandbox;

/// How strong the wall around a confined process is, strongest first.
public enum SandboxLevel {
    /// Namespaces, a minimal read-only root, seccomp and limits, by `bubblewrap`.
    BWRAP("bwrap"),

    /// Landlock, seccomp and limits, by our own launcher: no package needed. The process keeps the
    /// server's user id and sees the names of host files, and threads are not counted per run.
    LANDLOCK("landlock"),

    /// Limits only. Whoever may run a snippet may do what the server may do.
    NONE("none");

    private final String text;

    SandboxLevel(String text) {
        this.text = text;
    }

    /// The name in options and in the health answer.
    public String text() {
        return text;
    }
}
