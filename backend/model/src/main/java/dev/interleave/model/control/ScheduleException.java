package dev.interleave.model.control;

/// A text is not a schedule, or a schedule is too long for a text. It says what, the limit and what
/// it was.
public final class ScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception with the given sentence.
    public ScheduleException(String message) {
        super(message);
    }
}
