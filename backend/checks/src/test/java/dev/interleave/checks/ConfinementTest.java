package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// What a hostile program must not be able to do, each tried through the front door, with a good
/// neighbour beside it that must not notice.
@ExtendWith(LiveServer.Shared.class)
final class ConfinementTest {
    private static final int WALL_MILLIS = 10_000;
    private static final String CANARY = "canary-5f1d0c7a";

    /// Runs an attack, and meanwhile a neighbour and a look at the server's health.
    private static JsonNode attack(LiveServer server, String source, int wallMillis)
            throws IOException, InterruptedException {
        CompletableFuture<JsonNode> attack = Http.runBeside(server, source, wallMillis);
        JsonNode neighbour = Http.run(server, "IO.println(\"good\");", WALL_MILLIS);
        assertThat(neighbour.path("output").asText()).as("%s", neighbour).isEqualTo("good\n");
        assertThat(kind(neighbour)).isEqualTo("Completed");
        assertThat(server.json("/api/health").path("status").asText()).isEqualTo("up");
        return attack.join();
    }

    /// Runs one line of an attack, and prints what came of it: the line's value or its exception.
    private static JsonNode attempt(LiveServer server, String expression)
            throws IOException, InterruptedException {
        JsonNode answer =
                attack(
                        server,
                        """
                        try {
                            IO.println("GOT " + %s);
                        } catch (Throwable thrown) {
                            IO.println("NOT " + thrown);
                        }
                        """
                                .formatted(expression),
                        WALL_MILLIS);
        assertThat(kind(answer)).as("%s", answer).isEqualTo("Completed");
        return answer;
    }

    private static String kind(JsonNode answer) {
        return answer.path("outcome").path("kind").asText();
    }

    private static String output(JsonNode answer) {
        return answer.path("output").asText();
    }

    private static void assertOverLimit(JsonNode answer, String limit) {
        assertThat(kind(answer)).as("%s", answer.path("outcome")).isEqualTo("OverLimit");
        assertThat(answer.path("outcome").path("limit").asText()).isEqualTo(limit);
    }

    private static String quoted(Path path) {
        return "java.nio.file.Path.of(\"" + path.toAbsolutePath() + "\")";
    }

    @Test
    void read_theHostsPasswords_fails(LiveServer server) throws Exception {
        JsonNode answer =
                attempt(
                        server,
                        "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"))");
        assertThat(output(answer)).startsWith("NOT ").doesNotContain("root:");
    }

    @Test
    void read_aFileOfTheServers_fails(LiveServer server, @TempDir Path folder) throws Exception {
        Path canary = Files.writeString(folder.resolve("canary"), CANARY);
        JsonNode answer = attempt(server, "java.nio.file.Files.readString(" + quoted(canary) + ")");
        assertThat(output(answer)).startsWith("NOT ").doesNotContain(CANARY);
    }

    @Test
    void write_anywhere_fails(LiveServer server, @TempDir Path folder) throws Exception {
        Path made = folder.resolve("made");
        JsonNode answer =
                attempt(
                        server,
                        "java.nio.file.Files.writeString(%s, \"x\")".formatted(quoted(made)));
        assertThat(output(answer)).startsWith("NOT ");
        assertThat(made).doesNotExist();
        assertThat(output(attempt(server, "java.nio.file.Files.createTempFile(\"a\", \"b\")")))
                .startsWith("NOT ");
    }

    @Test
    void connect_toTheHost_fails(LiveServer server) throws Exception {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            listener.configureBlocking(false);
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            JsonNode answer =
                    attempt(server, "new java.net.Socket(\"127.0.0.1\", %d)".formatted(port));
            assertThat(output(answer)).startsWith("NOT ");
            assertThat(listener.accept()).isNull();
        }
    }

    @Test
    void listen_onAPort_fails(LiveServer server) throws Exception {
        assertThat(output(attempt(server, "new java.net.ServerSocket(0)"))).startsWith("NOT ");
    }

    @Test
    void start_aProcess_fails(LiveServer server) throws Exception {
        assertThat(
                        output(
                                attempt(
                                        server,
                                        "new ProcessBuilder(\"/bin/sh\", \"-c\", \"id\").start()")))
                .startsWith("NOT ");
        assertThat(
                        output(
                                attempt(
                                        server,
                                        "new ProcessBuilder(System.getProperty(\"java.home\")"
                                                + " + \"/bin/java\").start()")))
                .startsWith("NOT ");
    }

    @Test
    void environment_hasNothingOfTheServers(LiveServer server) throws Exception {
        String names = output(attempt(server, "String.join(\" \", System.getenv().keySet())"));
        assertThat(names.strip().split(" "))
                .startsWith("GOT")
                .isSubsetOf("GOT", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "PWD");
    }

    @Test
    void memory_filled_endsThatRunOnly(LiveServer server) throws Exception {
        JsonNode answer =
                attack(
                        server,
                        """
                        var kept = new ArrayList<Object>();
                        while (true) {
                            try {
                                kept.add(new long[1 << 20]);
                            } catch (OutOfMemoryError e) {
                                kept.add(e);
                            }
                        }
                        """,
                        3_000);
        assertThat(kind(answer)).as("%s", answer.path("outcome")).isIn("OverLimit", "TimedOut");
    }

    @Test
    void threads_withoutEnd_endThatRunOnly(LiveServer server) throws Exception {
        assertOverLimit(attack(server, Programs.THREAD_BOMB, WALL_MILLIS), "threads");
    }

    @Test
    void loops_onEveryProcessor_endWithTheirTime(LiveServer server) throws Exception {
        JsonNode answer =
                attack(
                        server,
                        """
                        for (int i = 0; i < 8; i++) Thread.ofPlatform().start(() -> { while (true) { } });
                        while (true) {
                            try {
                                TimeUnit.MILLISECONDS.sleep(10);
                            } catch (Throwable t) { }
                        }
                        """,
                        1_500);
        assertThat(kind(answer)).isEqualTo("TimedOut");
    }

    @Test
    void output_withoutEnd_isCut(LiveServer server) throws Exception {
        JsonNode answer =
                attack(
                        server,
                        "var line = \"x\".repeat(1000);\n"
                                + "while (true) { IO.println(line); System.err.println(line); }",
                        WALL_MILLIS);
        assertOverLimit(answer, "output");
        assertThat(output(answer).length()).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void output_pastSystemOut_reachesNobody(LiveServer server) throws Exception {
        JsonNode answer =
                attack(
                        server,
                        """
                        for (var fd : List.of(java.io.FileDescriptor.out, java.io.FileDescriptor.err)) {
                            try (var raw = new java.io.FileOutputStream(fd)) {
                                for (int i = 0; i < 100; i++) raw.write("RAW ".repeat(1000).getBytes());
                            } catch (java.io.IOException e) {
                                IO.println(e);
                            }
                        }
                        """,
                        WALL_MILLIS);
        assertThat(kind(answer)).as("%s", answer.path("outcome")).isEqualTo("Completed");
        assertThat(output(answer)).doesNotContain("RAW");
    }

    @Test
    void exit_haltAndHooks_endThatRunOnly(LiveServer server) throws Exception {
        JsonNode exit =
                attack(
                        server,
                        """
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));
                        IO.println("before");
                        System.exit(7);
                        """,
                        2_000);
        assertThat(kind(exit)).as("%s", exit.path("outcome")).isIn("Completed", "TimedOut");
        assertThat(output(exit)).isEqualTo("before\n");
        JsonNode halt = attack(server, "Runtime.getRuntime().halt(7);", WALL_MILLIS);
        assertThat(kind(halt)).isEqualTo("Completed");
        assertThat(halt.path("outcome").path("text").asText()).contains("status 7");
    }
}
