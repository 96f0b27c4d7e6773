package dev.interleave.server.run;

import dev.interleave.model.control.Control;
import dev.interleave.model.program.Weaving;
import dev.interleave.model.run.RunLimits;

import java.util.Optional;

/// A source to run, already checked.
///
/// @param client who asks, for fairness
/// @param source the source
/// @param recordsMemory whether its accesses to memory are recorded; always so where there is a
///   `control`
/// @param control how its switches are decided; empty to watch those of the real scheduler
/// @param limits what the run may use
public record RunRequest(
        String client,
        String source,
        boolean recordsMemory,
        Optional<Control> control,
        RunLimits limits) {
    /// Who decides which thread moves.
    public RunMode mode() {
        return control.map(asked -> asked.isSearch() ? RunMode.EXPLORE : RunMode.CONTROLLED)
                .orElse(RunMode.LIVE);
    }

    /// Which probes the program gets.
    Weaving weaving() {
        return control.isPresent()
                ? Weaving.CONTROLLED
                : recordsMemory ? Weaving.MEMORY : Weaving.LIVE;
    }
}
