package dev.interleave.model.trace;

import java.util.Locale;

/// What a thread is doing, as the lanes colour it.
public enum ThreadState {
    /// Started by another thread, but not yet on its first step.
    STARTED,
    /// Has the processor, or could have it.
    RUNNING,
    /// In `Thread.sleep`.
    SLEEPING,
    /// Waits for something another thread does: a notify, a signal, an element, a permit, the end
    /// of a thread.
    WAITING,
    /// Parked outside any call the table knows.
    PARKED,
    /// Waits for a monitor or lock that another thread holds.
    BLOCKED,
    /// Ended.
    TERMINATED;

    /// The name as programs see it: `running`, `blocked`, `terminated`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
