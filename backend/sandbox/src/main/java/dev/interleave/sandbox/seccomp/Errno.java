package dev.interleave.sandbox.seccomp;

/// What a refused call answers.
enum Errno {
    /// Operation not permitted.
    EPERM(1),
    /// Permission denied.
    EACCES(13),
    /// Not a terminal: what `ioctl` answers for a request it does not know.
    ENOTTY(25),
    /// No such call: lets glibc fall back to an older one.
    ENOSYS(38);

    private final int value;

    Errno(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
