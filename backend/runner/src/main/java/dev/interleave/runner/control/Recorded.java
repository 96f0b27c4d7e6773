package dev.interleave.runner.control;

/// Where a schedule that is recorded is taken down.
///
/// @param times when its steps were
/// @param moments who could have made them
record Recorded(StepTimes times, MomentLog moments) {}
