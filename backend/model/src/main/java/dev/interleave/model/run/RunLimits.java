package dev.interleave.model.run;

/// What one run may use. The operating system enforces memory and processor time again from
/// outside.
///
/// @param wallMillis wall-clock time, 100 to 60,000
/// @param cpuMillis processor time of all its threads together
/// @param heapBytes Java heap
/// @param threads platform threads alive at once
/// @param lanes threads of every kind over the whole run
/// @param events trace records
/// @param outputBytes bytes printed on both streams
public record RunLimits(
        int wallMillis,
        int cpuMillis,
        long heapBytes,
        int threads,
        int lanes,
        long events,
        long outputBytes) {
    /// The longest wall-clock time anybody may ask for.
    public static final int MAX_WALL_MILLIS = 60_000;

    /// What a run gets unless it asks for something else.
    public static final RunLimits DEFAULT =
            new RunLimits(10_000, 15_000, 384L << 20, 1_100, 150_000, 5_000_000, 1L << 20);

    /// Checks the ranges.
    public RunLimits {
        if (wallMillis < 100 || wallMillis > MAX_WALL_MILLIS) {
            throw new IllegalArgumentException(
                    "wallMillis must be 100 to " + MAX_WALL_MILLIS + "; it is " + wallMillis);
        }
        if (cpuMillis <= 0
                || heapBytes <= 0
                || threads <= 0
                || lanes <= 0
                || events <= 0
                || outputBytes <= 0) {
            throw new IllegalArgumentException("a limit must be above zero");
        }
    }

    /// These limits with another wall-clock time.
    public RunLimits withWallMillis(int millis) {
        return new RunLimits(millis, cpuMillis, heapBytes, threads, lanes, events, outputBytes);
    }

    /// These limits with another processor time.
    public RunLimits withCpuMillis(int millis) {
        return new RunLimits(wallMillis, millis, heapBytes, threads, lanes, events, outputBytes);
    }
}
