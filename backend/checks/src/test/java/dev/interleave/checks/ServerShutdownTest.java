package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.sandbox.testing.SystemTool;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// However a server ends, nothing it started is left.
final class ServerShutdownTest {
    private static final Duration ORDERLY = Duration.ofSeconds(20);
    private static final Duration AFTER_A_KILL = Duration.ofSeconds(2);
    private static final String ENDLESS = "{\"source\":\"while (true) { }\",\"wallMillis\":60000}";
    private static final String READY = "Interleave is ready on ";

    /// A server in a process of its own, with a run under way.
    private record Server(Process process, String address, BufferedReader output)
            implements AutoCloseable {
        static Server start() throws IOException {
            SystemTool.BUBBLEWRAP.orMiss("that no process outlives the server");
            Path home = LiveServer.ROOT.resolve("backend/server/target/interleave");
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    home.resolve("server") + "/*",
                                    "dev.interleave.server.ServerMain",
                                    "--home=" + home,
                                    "--data="
                                            + LiveServer.ROOT.resolve("backend/checks/target/data"),
                                    "--port=0")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            while (line != null && !line.startsWith(READY)) {
                line = output.readLine();
            }
            assertThat(line).as("the server's last words").isNotNull();
            return new Server(process, line == null ? "" : line.substring(READY.length()), output);
        }

        /// Starts a program that never ends; the answer is what comes when it is ended all the
        /// same, or the connection's end.
        CompletableFuture<HttpResponse<String>> runForEver(HttpClient client) {
            int idle = Children.idleCount(process.toHandle());
            var answer =
                    client.sendAsync(
                            HttpRequest.newBuilder(URI.create(address + "/api/runs"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(ENDLESS))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(Poll.until(ORDERLY, () -> Children.of(process.toHandle()).size() > idle))
                    .as("more processes than the %s of an idle server", idle)
                    .isTrue();
            return answer;
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            output.close();
        }
    }

    @Test
    void server_terminated_takesAllItsProcessesWithIt() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Server server = Server.start()) {
            CompletableFuture<HttpResponse<String>> run = server.runForEver(client);
            Set<ProcessHandle> children = new LinkedHashSet<>();
            server.process().destroy();
            boolean isEnded =
                    Poll.until(
                            ORDERLY,
                            () -> {
                                children.addAll(Children.of(server.process().toHandle()));
                                return !server.process().isAlive();
                            });
            assertThat(isEnded).as("the server ends when told to").isTrue();
            assertThat(children).hasSizeGreaterThan(3);
            assertAllGone(children);
            assertStopped(run);
        }
    }

    /// The run's client is told how it ended, or its connection breaks; it does not hang.
    private static void assertStopped(CompletableFuture<HttpResponse<String>> run) {
        String told = run.handle((answer, thrown) -> thrown == null ? answer.body() : "").join();
        if (!told.isEmpty()) {
            JsonNode outcome = Http.json(told).path("outcome");
            assertThat(outcome.path("kind").asText()).as(told).isEqualTo("Stopped");
        }
    }

    @Test
    void server_killed_leavesNoProcess() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Server server = Server.start()) {
            CompletableFuture<HttpResponse<String>> run = server.runForEver(client);
            Set<ProcessHandle> children =
                    new LinkedHashSet<>(Children.of(server.process().toHandle()));
            assertThat(children).hasSizeGreaterThan(3);
            server.process().destroyForcibly();
            assertAllGone(children);
            assertThat(run.handle((_, thrown) -> thrown).join()).isNotNull();
        }
    }

    private static void assertAllGone(Set<ProcessHandle> children) {
        boolean isAllGone =
                Poll.until(AFTER_A_KILL, () -> children.stream().noneMatch(Children::isThere));
        assertThat(isAllGone)
                .as(
                        "left: %s",
                        children.stream()
                                .filter(Children::isThere)
                                .map(ProcessHandle::info)
                                .toList())
                .isTrue();
    }
}
