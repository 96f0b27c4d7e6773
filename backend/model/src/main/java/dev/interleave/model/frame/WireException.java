package dev.interleave.model.frame;

/// The other side sent what the protocol does not allow. It says which field, the limit and what it
/// was.
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception with the given sentence.
    public WireException(String message) {
        super(message);
    }
}
