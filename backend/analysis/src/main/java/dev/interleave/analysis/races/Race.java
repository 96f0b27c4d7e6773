package dev.interleave.analysis.races;

/// Two accesses to one variable by two threads, of which at least one writes, and which
/// happens-before does not order.
///
/// @param variable the variable
/// @param earlier the access that came first in this schedule
/// @param later the access that the race was found at
public record Race(VariableState variable, Access earlier, Access later) {
    /// Somebody reads or writes a variable.
    ///
    /// @param thread the number of the thread
    /// @param site where in the program, as the caller numbers sites
    /// @param isWrite whether it writes
    public record Access(int thread, int site, boolean isWrite) {}
}
