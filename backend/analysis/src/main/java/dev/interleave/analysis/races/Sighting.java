package dev.interleave.analysis.races;

import dev.interleave.model.run.Finding.Call;

import java.util.List;

/// An access to memory, as whoever decides the switches saw it just before it took place.
///
/// @param lane the lane of its thread
/// @param site where in the program, or 0
/// @param isWrite whether it writes
/// @param nanos when, as the next record will say: that of the access, where it makes one
/// @param stack the program's own methods its thread is inside of, innermost first
public record Sighting(int lane, int site, boolean isWrite, long nanos, List<Call> stack) {
    /// Copies the list.
    public Sighting {
        stack = List.copyOf(stack);
    }
}
