package dev.interleave.sandbox.probe;

import java.nio.file.Path;

/// What on the host the probe tries to reach.
///
/// @param secret a file that the server can read
/// @param port a port on the loopback address where the server listens
/// @param threads how many threads it must not be able to start
/// @param nativeBytes how much memory outside the heap it must not be able to get
public record ProbeTarget(Path secret, int port, int threads, long nativeBytes) {
    /// The target as one line, the path last as it may hold spaces.
    public String toLine() {
        return port + " " + threads + " " + nativeBytes + " " + secret;
    }

    static ProbeTarget fromLine(String line) {
        String[] fields = line.split(" ", 4);
        return new ProbeTarget(
                Path.of(fields[3]),
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]));
    }
}
