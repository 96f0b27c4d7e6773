package dev.interleave.sandbox.lockdown;

/// What `setrlimit` can limit, under the kernel's numbers; the same on both architectures.
public enum Resource {
    /// Seconds of processor time.
    CPU(0),
    /// Bytes of a file it writes.
    FILE_SIZE(1),
    /// Bytes of private writable memory.
    DATA(2),
    /// Bytes of the first thread's stack.
    STACK(3),
    /// Bytes of a core dump.
    CORE(4),
    /// Processes and threads of the user.
    PROCESSES(6),
    /// Open descriptors.
    OPEN_FILES(7),
    /// Bytes locked into memory.
    LOCKED_MEMORY(8),
    /// Bytes of all mappings.
    ADDRESS_SPACE(9),
    /// Signals that wait.
    PENDING_SIGNALS(11),
    /// Bytes in message queues.
    MESSAGE_QUEUES(12);

    private final int number;

    Resource(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
