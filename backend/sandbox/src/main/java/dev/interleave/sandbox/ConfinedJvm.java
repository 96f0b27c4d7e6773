package dev.interleave.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A kind of JVM to confine: what it runs and what it may use. Nothing in it may come from a user;
/// what differs from run to run travels through the pipes.
///
/// @param javaHome a JDK or a jlink image
/// @param classPath jars and directories of the host; empty when the flags say where the classes
///   are
/// @param mainClass the class to start, without arguments
/// @param flags JVM flags; [#HOME] in one stands for the Java home as the process will see it
/// @param limits what the kernel lets it use
public record ConfinedJvm(
        Path javaHome,
        List<Path> classPath,
        String mainClass,
        List<String> flags,
        ProcessLimits limits) {
    /// Stands for the Java home in a flag: its path inside a wall is another than outside.
    public static final String HOME = "{java.home}";

    /// Checks that the files are there, and copies the lists.
    public ConfinedJvm {
        classPath = List.copyOf(classPath);
        flags = List.copyOf(flags);
        if (!Files.isExecutable(javaHome.resolve("bin/java"))) {
            throw new IllegalArgumentException("no bin/java in " + javaHome);
        }
        for (Path entry : classPath) {
            if (!Files.isReadable(entry)) {
                throw new IllegalArgumentException("cannot read class path entry " + entry);
            }
        }
    }
}
