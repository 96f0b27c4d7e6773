package dev.interleave.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The processes a server has started, as the operating system sees them.
final class Children {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STILL_LOOKS = 100;

    private Children() {}

    /// All below this one that have not ended.
    static List<ProcessHandle> of(ProcessHandle server) {
        return server.descendants().filter(Children::isThere).toList();
    }

    /// How many there are once no more are being booted: the number has not changed for a hundred
    /// looks.
    static int idleCount(ProcessHandle server) {
        int[] seen = {0, 0};
        boolean isStill =
                Poll.until(
                        PATIENCE,
                        () -> {
                            int now = of(server).size();
                            seen[1] = now == seen[0] ? seen[1] + 1 : 0;
                            seen[0] = now;
                            return seen[1] >= STILL_LOOKS;
                        });
        if (!isStill) {
            throw new AssertionError("the server is never idle");
        }
        return seen[0];
    }

    /// A line of `/proc/…/status` in kilobytes, such as `VmHWM:` for the most that was resident:
    /// the largest of all runners, or 0 when there is none.
    static long largestRunnerKilobytes(String line) {
        return of(ProcessHandle.current()).stream()
                .mapToLong(process -> runnerKilobytes(process.pid(), line))
                .max()
                .orElse(0);
    }

    private static long runnerKilobytes(long pid, String line) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readString(process.resolve("cmdline")).contains("RunnerMain")
                    ? Files.readAllLines(process.resolve("status")).stream()
                            .filter(text -> text.startsWith(line))
                            .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException e) {
            return 0; // gone between the two looks
        }
    }

    /// Whether a process is there and more than an entry that its parent has yet to collect.
    static boolean isThere(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", process.pid() + "", "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false; // gone between the two looks
        }
    }
}
