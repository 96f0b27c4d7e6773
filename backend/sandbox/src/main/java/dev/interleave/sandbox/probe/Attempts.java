package dev.interleave.sandbox.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/// The ways in which the probe tries a wall.
final class Attempts {
    /// What our own command sets, and bwrap for the folder it starts in.
    private static final Set<String> OWN_SETTINGS =
            Set.of("LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "PWD");

    private static final int NATIVE_CHUNK = 16 << 20;

    private final ProbeTarget target;

    private Attempts(ProbeTarget target) {
        this.target = target;
    }

    static Map<String, Attempt> on(ProbeTarget target) {
        Attempts attempts = new Attempts(target);
        Map<String, Attempt> checks = new LinkedHashMap<>();
        checks.put("environment", attempts::readEnvironment);
        checks.put("secret file", () -> read(target.secret()));
        checks.put("host file", () -> read(Path.of("/etc/passwd")));
        checks.put("proc", () -> read(Path.of("/proc/self/status")));
        checks.put("write", attempts::write);
        checks.put("tcp", attempts::connect);
        checks.put("udp", attempts::send);
        checks.put("shell", () -> start("/bin/sh", "-c", "exit"));
        checks.put("process", () -> start(javaProgram(), "-version"));
        checks.put("threads", attempts::startThreads);
        checks.put("memory", attempts::allocate);
        return checks;
    }

    private Optional<String> readEnvironment() {
        Set<String> names = new TreeSet<>(System.getenv().keySet());
        names.removeAll(OWN_SETTINGS);
        return names.isEmpty() ? Optional.empty() : Optional.of("it sees " + names);
    }

    private static Optional<String> read(Path file) throws IOException {
        Files.readAllBytes(file);
        return Optional.of("it read " + file);
    }

    private Optional<String> write() {
        Path besideSecret = target.secret().toAbsolutePath().getParent();
        return List.of(
                        besideSecret == null ? Path.of("/") : besideSecret,
                        Path.of("/"),
                        Path.of("/tmp"),
                        Path.of("/dev/shm"),
                        Path.of(System.getProperty("java.home")))
                .stream()
                .filter(Attempts::canWriteIn)
                .findFirst()
                .map(folder -> "it wrote in " + folder);
    }

    private static boolean canWriteIn(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "probe", null));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private Optional<String> connect() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), target.port())) {
            return Optional.of("it reached " + socket.getRemoteSocketAddress());
        }
    }

    private Optional<String> send() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress host = InetAddress.getLoopbackAddress();
            socket.send(new DatagramPacket(new byte[1], 1, host, target.port()));
            return Optional.of("it sent a datagram");
        }
    }

    private static Optional<String> start(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        process.destroyForcibly();
        return Optional.of("it started " + command[0]);
    }

    private static String javaProgram() {
        return System.getProperty("java.home") + "/bin/java";
    }

    private Optional<String> startThreads() {
        CountDownLatch done = new CountDownLatch(1);
        int started = 0;
        try {
            while (started < target.threads()) {
                Thread.ofPlatform().daemon().start(() -> awaitQuietly(done));
                started++;
            }
            return Optional.of("it started " + started + " threads");
        } finally {
            done.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> allocate() {
        List<ByteBuffer> chunks = new ArrayList<>();
        long bytes = 0;
        while (bytes < target.nativeBytes()) {
            chunks.add(ByteBuffer.allocateDirect(NATIVE_CHUNK));
            bytes += NATIVE_CHUNK;
        }
        return Optional.of("it allocated " + bytes + " bytes in " + chunks.size() + " chunks");
    }
}
