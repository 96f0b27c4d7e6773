package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;

import java.util.Set;

/// Looks for one kind of finding in the events of a run. Confined to the thread that folds.
interface Analyzer {
    /// The kinds of event that concern it; it sees no others.
    Set<EventKind> kinds();

    /// Takes in an event of `self`, before [LaneStates] does: those tell how it was until now.
    void accept(Event event, Lane self);

    /// Looks at what lasts; called every now and then, when everything up to `nanos` is known.
    default void look(long nanos) {}

    /// The run is over, and nothing more will come.
    default void end(RunEnd end) {}
}
