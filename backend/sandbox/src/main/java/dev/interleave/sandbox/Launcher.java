package dev.interleave.sandbox;

import dev.interleave.sandbox.lockdown.LockdownMain;
import dev.interleave.sandbox.lockdown.LockdownPlan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command that runs [LockdownMain], made as cheap as a JVM can be: it runs before every
/// confined JVM, lives for a tenth of a second and does next to nothing.
final class Launcher {
    private static final List<String> FLAGS =
            List.of(
                    "-Xshare:auto",
                    "-Xint",
                    "-XX:+UseSerialGC",
                    "-Xms8m",
                    "-Xmx16m",
                    "-XX:-UsePerfData",
                    "-XX:-StackTraceInThrowable",
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED");

    private final Path java;
    private final Path jar;
    private final Optional<Path> recordedStart;

    private Launcher(Path java, Path jar, Optional<Path> recordedStart) {
        this.java = java;
        this.jar = jar;
        this.recordedStart = recordedStart;
    }

    /// A launcher on the given JDK. Its start is recorded once, which takes a third of a second and
    /// halves every start that follows.
    static Launcher recorded(Path jdk, Staging staging) {
        Path jar = staging.reachable(OwnCode.location());
        Launcher plain = new Launcher(jdk.resolve("bin/java"), jar, Optional.empty());
        // The JVM records classes from jars only, and not from the folders of a build.
        return Files.isRegularFile(jar)
                ? new Launcher(plain.java, jar, plain.record(jdk, staging))
                : plain;
    }

    /// What to put before the arguments of a plan.
    List<String> command() {
        return command(
                recordedStart.map(archive -> "-XX:SharedArchiveFile=" + archive).stream().toList());
    }

    private List<String> command(List<String> moreFlags) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.addAll(moreFlags);
        command.addAll(List.of("-cp", jar.toString(), LockdownMain.class.getName()));
        return command;
    }

    /// Empty if this JDK cannot record: then every start takes the longer way.
    private Optional<Path> record(Path jdk, Staging staging) {
        Path archive = staging.folder().resolve("launcher.jsa");
        LockdownPlan plan =
                new LockdownPlan(
                        List.of(java),
                        List.of(jdk),
                        List.of(Path.of("/dev/null")),
                        Map.of(),
                        Wall.environment(jdk.toString()),
                        List.of(java.toString()));
        List<String> rehearsal =
                command(
                        List.of(
                                "-XX:ArchiveClassesAtExit=" + archive,
                                "-D" + LockdownMain.REHEARSAL + "=true"));
        rehearsal.addAll(plan.toArguments());
        ProcessBuilder builder =
                new ProcessBuilder(rehearsal)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        try {
            builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + java, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the launcher was recorded", e);
        }
        if (!Files.exists(archive)) {
            return Optional.empty();
        }
        return Optional.of(staging.openToAll(archive));
    }
}
