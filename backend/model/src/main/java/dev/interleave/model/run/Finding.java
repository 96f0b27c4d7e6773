package dev.interleave.model.run;

import java.util.List;

/// Something wrong with how the program's threads work together.
///
/// @param kind what is wrong
/// @param message one sentence that says why
/// @param lines the lines of the source it is about, in ascending order, without repeats
/// @param lanes the lanes it is about
public record Finding(FindingKind kind, String message, List<Integer> lines, List<Integer> lanes) {
    /// Copies the lists.
    public Finding {
        lines = List.copyOf(lines);
        lanes = List.copyOf(lanes);
    }
}
