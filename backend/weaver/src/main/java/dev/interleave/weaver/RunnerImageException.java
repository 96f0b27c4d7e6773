package dev.interleave.weaver;

/// The runner image can't be built from this JDK; the message says what it lacks.
public final class RunnerImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception with this message.
    public RunnerImageException(String message) {
        super(message);
    }

    /// An exception with this message, caused by `cause`.
    public RunnerImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
