package dev.interleave.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A confined [InmateMain], and the way to talk to it.
final class Inmate implements AutoCloseable {
    static final ProcessLimits LIMITS = ProcessLimits.of(20, 400L << 20, 2L << 30, 100);

    private final ConfinedProcess process;
    private final BufferedReader answers;

    private Inmate(ConfinedProcess process) {
        this.process = process;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.fromChild(), StandardCharsets.UTF_8));
    }

    static Inmate start(Sandbox sandbox) throws IOException {
        return start(sandbox, LIMITS);
    }

    static Inmate start(Sandbox sandbox, ProcessLimits limits, String... moreFlags)
            throws IOException {
        Inmate inmate = new Inmate(sandbox.start(jvm(limits, moreFlags)));
        if (!"ready".equals(inmate.answers.readLine())) {
            throw new IOException("the inmate is not ready: " + inmate.lastWords());
        }
        return inmate;
    }

    static ConfinedJvm jvm(ProcessLimits limits, String... moreFlags) {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "--add-opens=java.base/java.io=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx32m",
                                "-Xss256k",
                                "-XX:ReservedCodeCacheSize=24m",
                                "-XX:CompressedClassSpaceSize=16m"));
        flags.addAll(List.of(moreFlags));
        return new ConfinedJvm(
                Path.of(System.getProperty("java.home")),
                List.of(testClasses()),
                InmateMain.class.getName(),
                flags,
                limits);
    }

    /// What it answers, or empty if it died of it.
    String ask(String command) throws IOException {
        tell(command);
        String answer = answers.readLine();
        return answer == null ? "" : answer;
    }

    void tell(String command) throws IOException {
        process.toChild().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.toChild().flush();
    }

    ConfinedProcess process() {
        return process;
    }

    String lastWords() throws IOException {
        process.kill();
        return new String(process.stderr().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path testClasses() {
        try {
            return Path.of(
                    InmateMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is no list of files", e);
        }
    }
}
