package dev.interleave.schedule;

import dev.interleave.model.control.Schedule;

import java.util.Optional;

/// Runs the program with a schedule that may or may not fail.
@FunctionalInterface
public interface Trial {
    /// Runs the program with [Replay] of the turns; empty unless it failed in the way that is
    /// looked for.
    Optional<Failure> run(Schedule candidate);

    /// A schedule that failed.
    ///
    /// @param schedule what was recorded, which may differ from what was asked for
    /// @param preemptions [Recorder#preemptions]
    /// @param decisions [Recorder#decisions]
    record Failure(Schedule schedule, int preemptions, int decisions) {}
}
