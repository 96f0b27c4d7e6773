package dev.interleave.model.run;

/// How a run ended: a closed set, each with one clear sentence for the person who ran it.
public sealed interface RunOutcome {
    /// The sentence the page shows.
    String text();

    /// The name programs see: the record's own.
    default String kind() {
        return getClass().getSimpleName();
    }

    /// The program came to its end.
    ///
    /// @param text the sentence
    record Completed(String text) implements RunOutcome {}

    /// The main thread ended with an exception.
    ///
    /// @param text the sentence
    record Threw(String text) implements RunOutcome {}

    /// Every thread waits and none can ever move.
    ///
    /// @param text the sentence
    record Deadlocked(String text) implements RunOutcome {}

    /// The wall-clock limit was reached.
    ///
    /// @param text the sentence
    record TimedOut(String text) implements RunOutcome {}

    /// Another limit was reached.
    ///
    /// @param limit which one
    /// @param text the sentence
    record OverLimit(Limit limit, String text) implements RunOutcome {}

    /// The source has errors; nothing ran.
    ///
    /// @param text the sentence
    record NotCompiled(String text) implements RunOutcome {}

    /// Somebody pressed Stop, or went away.
    ///
    /// @param text the sentence
    record Stopped(String text) implements RunOutcome {}

    /// The process that ran the program died, or sent what no honest runner sends.
    ///
    /// @param text the sentence
    record RunnerLost(String text) implements RunOutcome {}
}
