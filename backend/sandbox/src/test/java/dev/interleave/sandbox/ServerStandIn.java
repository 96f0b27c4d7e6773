package dev.interleave.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM with a sandbox and an inmate, as a server that a test can kill, or run as somebody
/// else.
final class ServerStandIn implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private ServerStandIn(Process process) throws IOException {
        this.process = process;
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        this.firstLine = line == null ? "" : line;
    }

    static ServerStandIn start(SandboxLevel level, Path cache) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), level, cache);
    }

    /// With a command before its own, and another class path.
    static ServerStandIn start(
            List<String> prefix, String classPath, SandboxLevel level, Path cache)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(ServerStandIn.class.getName(), level.name(), cache.toString()));
        return new ServerStandIn(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// Prints the id of its inmate, or why it has none, and waits for its own end.
    public static void main(String[] arguments) throws IOException {
        Sandbox sandbox =
                RealSandbox.open(SandboxLevel.valueOf(arguments[0]), Path.of(arguments[1]));
        Inmate inmate = Inmate.start(sandbox);
        System.out.println(inmate.process().javaPid());
        var _ = System.in.read();
        sandbox.close();
    }

    long javaPid() {
        try {
            return Long.parseLong(firstLine);
        } catch (NumberFormatException e) {
            throw new AssertionError("the other server has no inmate: " + firstLine, e);
        }
    }

    void killAtOnce() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.toHandle().destroyForcibly();
    }
}
