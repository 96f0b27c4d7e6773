package dev.interleave.sandbox.lockdown;

/// A wall could not be built: the kernel refused a call.
final class RefusedByKernel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedByKernel(String what, int errno) {
        super("the kernel refused to " + what + ": errno " + errno);
    }
}
