package dev.interleave.schedule;

/// Decides who moves, schedule after schedule. Deterministic: the same seed and the same program
/// give the same schedules. For one thread.
///
/// The calls come in this order: [#begin]; for each step [#choose], then [#stepped]; [#ended]; and
/// again.
public interface Strategy {
    /// What it is called.
    String name();

    /// Prepares the next schedule; false when there is none left that could show anything new.
    boolean begin();

    /// The option that moves, also when there is but one.
    int choose(Choice choice);

    /// What the step that was chosen has done.
    void stepped(Step step);

    /// The schedule is over.
    ///
    /// @param isComplete whether it ran to its own end, be that a failure; false when it was cut
    ///   off
    void ended(boolean isComplete);

    /// How many schedules it expects to be left, or -1 when it can't say.
    default long remaining() {
        return -1;
    }

    /// Whether every interleaving that differs from the others in more than the order of
    /// independent steps has been run. A strategy that has left out anything, or can't tell, says
    /// no.
    default boolean isExhausted() {
        return false;
    }
}
