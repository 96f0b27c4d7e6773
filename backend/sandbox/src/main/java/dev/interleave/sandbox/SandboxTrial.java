package dev.interleave.sandbox;

import dev.interleave.sandbox.probe.ProbeMain;
import dev.interleave.sandbox.probe.ProbeTarget;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Tries a sandbox: from inside with the probe, and from outside through `/proc`.
final class SandboxTrial {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The probe's own limits, and more than they give. A JVM has about 20 threads of its own.
    private static final int THREADS = 48;

    private static final long DATA_BYTES = 160L << 20;
    private static final ProcessLimits LIMITS = ProcessLimits.of(15, DATA_BYTES, 1L << 30, THREADS);

    private static final List<String> FLAGS =
            List.of(
                    ProbeMain.NEEDED_FLAG,
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms8m",
                    "-Xmx16m",
                    "-Xss512k",
                    "-XX:MaxDirectMemorySize=1g",
                    "-XX:ReservedCodeCacheSize=24m",
                    "-XX:CompressedClassSpaceSize=16m");

    private static final int MAX_REASON_LINES = 4;

    private final Sandbox sandbox;
    private final SandboxSetup setup;

    SandboxTrial(Sandbox sandbox, SandboxSetup setup) {
        this.sandbox = sandbox;
        this.setup = setup;
    }

    /// Why the sandbox cannot be used, or empty if it held.
    Optional<String> problem() {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Open to everybody, so that nothing but the wall guards it.
            Path secret =
                    Files.createTempFile(
                            setup.cache(),
                            "probe-",
                            ".secret",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-r--r--")));
            try {
                int port = listener.getLocalPort();
                return problem(new ProbeTarget(secret, port, THREADS, DATA_BYTES));
            } finally {
                Files.delete(secret);
            }
        } catch (IOException | NoWallException e) {
            return Optional.of("the trial could not be made: " + e);
        }
    }

    private Optional<String> problem(ProbeTarget target) throws IOException {
        ConfinedJvm probe =
                new ConfinedJvm(
                        setup.serverJdk(),
                        List.of(OwnCode.location()),
                        ProbeMain.class.getName(),
                        FLAGS,
                        LIMITS);
        try (ConfinedProcess process = sandbox.start(probe)) {
            var timeout =
                    CompletableFuture.runAsync(
                            process::kill,
                            CompletableFuture.delayedExecutor(
                                    PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return problem(process, target);
            } finally {
                timeout.cancel(false);
            }
        }
    }

    private Optional<String> problem(ConfinedProcess process, ProbeTarget target)
            throws IOException {
        List<String> answers = new ArrayList<>();
        try {
            process.toChild().write((target.toLine() + "\n").getBytes(StandardCharsets.UTF_8));
            process.toChild().flush();
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(process.fromChild(), StandardCharsets.UTF_8));
            in.lines().takeWhile(line -> !line.equals(ProbeMain.END)).forEach(answers::add);
        } catch (IOException _) {
            // It was dead before it was asked; its last words follow.
        }
        if (!process.isAlive() || answers.isEmpty()) {
            return Optional.of(lastWords(process));
        }
        if (sandbox.level() == SandboxLevel.NONE) {
            return Optional.empty();
        }
        Optional<String> inside =
                answers.stream()
                        .filter(line -> line.startsWith(ProbeMain.BROKE))
                        .filter(line -> !isBeyond(line))
                        .findFirst()
                        .map(line -> "the wall does not hold: " + line);
        return inside.isPresent() ? inside : outside(process);
    }

    /// Landlock has no bound on the threads of one run.
    private boolean isBeyond(String answer) {
        return sandbox.level() == SandboxLevel.LANDLOCK
                && answer.startsWith(ProbeMain.BROKE + "threads");
    }

    private Optional<String> outside(ConfinedProcess process) throws IOException {
        ProcessStatus status = ProcessFolder.of(process.javaPid()).status();
        if (!status.hasNoCapability()) {
            return Optional.of("the process has capabilities");
        }
        if (!status.isFiltered()) {
            return Optional.of("the process has no seccomp filter");
        }
        if (!status.cannotGainPrivileges()) {
            return Optional.of("the process can gain privileges");
        }
        return status.userId() == 0
                ? Optional.of("the process is root on the host")
                : Optional.empty();
    }

    private static String lastWords(ConfinedProcess process) throws IOException {
        process.kill();
        String text = new String(process.stderr().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "the probe did not answer"
                : NoWallHints.explain(
                        String.join(
                                " / ", lines.subList(0, Math.min(lines.size(), MAX_REASON_LINES))));
    }
}
