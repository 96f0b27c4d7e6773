package dev.interleave.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/// What the kernel says of a process in `/proc/<pid>`.
///
/// @param path the folder
record ProcessFolder(Path path) {
    /// The unit of times in `/proc`: fixed by the kernel's interface on both architectures.
    private static final long TICKS_PER_SECOND = 100;

    // Places in `stat` after the name, which is in brackets and may hold anything.
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    static ProcessFolder of(long pid) {
        return new ProcessFolder(Path.of("/proc", String.valueOf(pid)));
    }

    static ProcessFolder ofThisProcess() {
        return new ProcessFolder(Path.of("/proc/self"));
    }

    ProcessStatus status() throws IOException {
        return ProcessStatus.parse(Files.readString(path.resolve("status")));
    }

    /// Processor time of all its threads, to ten milliseconds.
    Duration cpuTime() throws IOException {
        return parseCpuTime(Files.readString(path.resolve("stat")));
    }

    /// The first child of a process that has one thread, or empty.
    OptionalLong child() throws IOException {
        Path thread = path.resolve("task").resolve(path.getFileName());
        String ids = Files.readString(thread.resolve("children"));
        return ids.isBlank()
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(ids.substring(0, ids.indexOf(' '))));
    }

    static Duration parseCpuTime(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }
}
