package dev.interleave.model.run;

import java.util.List;

/// Something wrong with how the program's threads work together.
///
/// @param kind what is wrong
/// @param message one sentence that says why
/// @param lines the lines of the source it is about, in ascending order, without repeats
/// @param lanes the lanes it is about
/// @param accesses the accesses to memory it is about, in the order in which they came; empty where
///   it is about none, or they were not looked at
/// @param advice a sentence that says what would order them, or else mend it; empty where there is
///   none
public record Finding(
        FindingKind kind,
        String message,
        List<Integer> lines,
        List<Integer> lanes,
        List<Access> accesses,
        String advice) {
    /// Copies the lists.
    public Finding {
        lines = List.copyOf(lines);
        lanes = List.copyOf(lanes);
        accesses = List.copyOf(accesses);
    }

    /// One that the sentence says all about.
    public Finding(FindingKind kind, String message, List<Integer> lines, List<Integer> lanes) {
        this(kind, message, lines, lanes, List.of(), "");
    }

    /// A thread reads or writes a variable.
    ///
    /// @param lane the thread's lane
    /// @param line the line of the source, or 0 when it is not known
    /// @param isWrite whether it writes
    /// @param value what was read or written, as the source would write it; empty when it is not
    ///   known
    /// @param holds the monitors and locks that the thread holds there, by name
    /// @param stack the program's own methods it is inside of, innermost first
    public record Access(
            int lane,
            int line,
            boolean isWrite,
            String value,
            List<String> holds,
            List<Call> stack) {
        /// Copies the lists.
        public Access {
            holds = List.copyOf(holds);
            stack = List.copyOf(stack);
        }
    }

    /// A method of the program that a thread is inside of.
    ///
    /// @param method its class, where it has one, and its name
    /// @param line where in it
    public record Call(String method, int line) {}
}
