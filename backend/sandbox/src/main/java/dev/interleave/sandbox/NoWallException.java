package dev.interleave.sandbox;

/// A level cannot be had on this machine; the message says why, and what to do.
final class NoWallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoWallException(String message) {
        super(message);
    }
}
