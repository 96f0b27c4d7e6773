package dev.interleave.server.run;

import dev.interleave.model.run.RunLimits;

/// A source to run, already checked.
///
/// @param client who asks, for fairness
/// @param source the source
/// @param recordsMemory whether its accesses to memory are recorded
/// @param limits what the run may use
public record RunRequest(String client, String source, boolean recordsMemory, RunLimits limits) {}
