package dev.interleave.sandbox;

/// What the kernel lets one confined process use. Limits of the Java heap are JVM flags instead.
///
/// @param cpuSeconds processor time of all its threads; at the limit the process is killed
/// @param dataBytes private writable memory: committed heap, metaspace, thread stacks, native
///   allocations
/// @param addressSpaceBytes all mappings together, reserved ones included; at least 400 MB for a
///   JVM
/// @param threads threads alive at once, those of the JVM itself included. Enforced for each
///   process at [SandboxLevel#BWRAP]; elsewhere the kernel counts per user
/// @param openFiles open descriptors
/// @param fileBytes size of a file it writes
/// @param stackBytes stack of the first thread; others have `-Xss`
public record ProcessLimits(
        int cpuSeconds,
        long dataBytes,
        long addressSpaceBytes,
        int threads,
        int openFiles,
        long fileBytes,
        long stackBytes) {
    /// Between the limit of processor time, which a process may be deaf to, and its end.
    static final int CPU_GRACE_SECONDS = 2;

    /// Checks the ranges.
    public ProcessLimits {
        if (cpuSeconds <= 0
                || dataBytes <= 0
                || addressSpaceBytes <= 0
                || threads <= 0
                || openFiles <= 0
                || fileBytes < 0
                || stackBytes <= 0) {
            throw new IllegalArgumentException("a limit must be above zero");
        }
    }

    /// Limits of the given size, with 256 descriptors, files of 1 MiB and stacks of 8 MiB.
    public static ProcessLimits of(
            int cpuSeconds, long dataBytes, long addressSpaceBytes, int threads) {
        return new ProcessLimits(
                cpuSeconds, dataBytes, addressSpaceBytes, threads, 256, 1L << 20, 8L << 20);
    }
}
