package dev.interleave.sandbox;

import java.nio.file.Path;
import java.util.List;

/// Moves the pipes of a new process off descriptors 0 to 2, which a JVM writes crash reports to and
/// a program can fill with anything. Afterwards 3 leads to the server, 4 comes from it, 1 and 2 are
/// the standard error of the server's handle, and 0 is at its end. (ADR 0021)
final class ChildPipes {
    /// The descriptor on which the filter is open.
    static final String FILTER_DESCRIPTOR = "9";

    private static final String MOVE = "exec 3>&1 1>&2 4<&0 0</dev/null";
    private static final String START = "exec \"$@\"";

    private ChildPipes() {}

    /// The start of a command whose rest runs with the pipes moved.
    static List<String> moved(Programs programs) {
        return List.of(shell(programs), "-c", MOVE + "; " + START, "sh");
    }

    /// The same, with a file open on [#FILTER_DESCRIPTOR]. Fails if there is no such file.
    static List<String> withFilter(Programs programs, Path filter) {
        String script = MOVE + " " + FILTER_DESCRIPTOR + "<\"$1\"; shift; " + START;
        return List.of(shell(programs), "-c", script, "sh", filter.toString());
    }

    private static String shell(Programs programs) {
        return programs.require("sh", "dash");
    }
}
