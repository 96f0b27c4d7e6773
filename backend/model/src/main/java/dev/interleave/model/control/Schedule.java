package dev.interleave.model.control;

import java.util.List;

/// A schedule as data: who moved wherever more than one thread could.
///
/// Where nothing is said the thread that moved last goes on; if it can't, the one with the lowest
/// number that can, where number 0 is the clock and comes last. So a schedule without preemptions
/// has no turns, and one that fails after a few has few.
///
/// @param program what it is valid for: the fingerprint of the source and of the JDK build
/// @param shared the variables whose accesses are choices, ascending: see the engine
/// @param turns the choices that differ from that rule, by ascending decision
public record Schedule(String program, List<Integer> shared, List<Turn> turns) {
    /// Copies the lists.
    public Schedule {
        shared = List.copyOf(shared);
        turns = List.copyOf(turns);
    }

    /// Someone other than by the rule moved.
    ///
    /// @param decision how many decisions came before; a decision is a moment at which more than
    ///   one thread could move
    /// @param thread the number of the thread that moved; 0 is the clock
    public record Turn(int decision, int thread) {}
}
