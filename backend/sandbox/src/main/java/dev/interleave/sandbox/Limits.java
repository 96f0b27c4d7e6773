package dev.interleave.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The options of `prlimit` for a set of limits.
final class Limits {
    private static final String NICENESS = "10";

    private Limits() {}

    /// The start of a command whose rest runs nicely and under every limit but that of threads.
    static List<String> niceAndLimits(Programs programs, ProcessLimits limits) {
        List<String> command = new ArrayList<>();
        command.addAll(nice(Path.of(programs.require("nice", "coreutils"))));
        command.add(programs.require("prlimit", "util-linux"));
        command.add(option("core", 0));
        command.add(option("memlock", 0));
        command.add(option("msgqueue", 0));
        command.add(option("sigpending", 256));
        command.add(option("fsize", limits.fileBytes()));
        command.add(option("nofile", limits.openFiles()));
        command.add(option("stack", limits.stackBytes()));
        int seconds = limits.cpuSeconds();
        command.add("--cpu=" + seconds + ":" + (seconds + ProcessLimits.CPU_GRACE_SECONDS));
        command.add(option("data", limits.dataBytes()));
        command.add(option("as", limits.addressSpaceBytes()));
        return command;
    }

    /// The start of a command whose rest leaves the processor to the server when both want it.
    static List<String> nice(Path program) {
        return List.of(program.toString(), "-n", NICENESS);
    }

    /// The option that bounds threads.
    static String threads(ProcessLimits limits) {
        return option("nproc", limits.threads());
    }

    private static String option(String resource, long value) {
        return "--" + resource + "=" + value + ":" + value;
    }
}
