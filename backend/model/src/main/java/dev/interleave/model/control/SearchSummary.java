package dev.interleave.model.control;

/// How far a search has come.
///
/// @param schedules how many schedules it ran
/// @param classes how many of them differ in more than the order of independent steps
/// @param failing how many failed
/// @param isExhausted whether there is no other interleaving
/// @param firstFailure which schedule failed first, counted from 1, or 0 when none did
/// @param preemptions how many preemptions the reported schedule has
/// @param remaining how many schedules are left, as far as that can be told, or -1
/// @param millis how long it took
/// @param strategy what chooses at the moment, as a text
public record SearchSummary(
        long schedules,
        long classes,
        long failing,
        boolean isExhausted,
        long firstFailure,
        int preemptions,
        long remaining,
        long millis,
        String strategy) {}
