package dev.interleave.sandbox.capacity;

/// A pool had nothing ready, and what it tried to boot did not come up.
public final class BootFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BootFailure(String what, Throwable cause) {
        super("cannot boot " + what, cause);
    }
}
