package dev.interleave.model.trace;

import java.util.List;

/// A moment of a schedule at which it was decided who moves, as a difference from the moment
/// before.
///
/// One at which more than one could move is a decision of the schedule; these are counted from 0.
///
/// @param step the step that was decided, from 1, ascending
/// @param chosen the thread that made it, 0 the clock; or [#NOBODY], where the schedule ended
/// @param changed the threads that are not as they were at the moment before
public record Moment(int step, int chosen, List<Mover> changed) {
    /// The most that a run tells: moments, and changes of threads, together. What comes after is
    /// left out, but for the end.
    public static final int MAX_CHANGES = 60_000;

    /// Nobody moves any more.
    public static final int NOBODY = -1;

    /// Copies the list.
    public Moment {
        changed = List.copyOf(changed);
    }

    /// Whether a thread can move. The ordinal travels.
    public enum Standing {
        /// It can.
        READY,
        /// It waits.
        WAITING,
        /// It has ended, or will never move again.
        GONE
    }

    /// A thread and what it is about to do.
    ///
    /// @param thread its number in the schedule and its lane; 0 is the clock
    /// @param standing whether it can move
    /// @param move what it is about to do
    /// @param object the object that this is about, or 0
    /// @param operand see [Move]; else 0
    /// @param line where in the source the thread is, from 1; 0 where that is not known
    public record Mover(
            int thread, Standing standing, Move move, int object, int operand, int line) {}
}
