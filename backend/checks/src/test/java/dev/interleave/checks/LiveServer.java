package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.interleave.server.ServerConfig;
import dev.interleave.server.ServerMain;
import dev.interleave.server.ServerMain.RunningServer;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The assembled application, serving on a free port: one for all tests that take it as a
/// parameter, started for the first of them and closed after the last test. A test asks for it with
/// `@ExtendWith(LiveServer.Shared.class)`.
public final class LiveServer implements AutoCloseable {
    /// The top folder of the sources.
    public static final Path ROOT =
            Path.of(System.getProperty("basedir", ""))
                    .toAbsolutePath()
                    .resolve("../..")
                    .normalize();

    /// The folder of the lessons.
    public static final Path EXAMPLES = ROOT.resolve("examples");

    static final Path HOME = ROOT.resolve("backend/server/target/interleave");

    /// Where the runner image is kept, so that it is built once per build.
    static final Path DATA = ROOT.resolve("backend/checks/target/data");

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RunningServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private LiveServer(RunningServer server) {
        this.server = server;
    }

    static LiveServer start() {
        try {
            return new LiveServer(
                    ServerMain.start(
                            ServerConfig.of(
                                    Map.of(),
                                    "--home=" + HOME,
                                    "--data=" + DATA,
                                    "--examples=" + EXAMPLES,
                                    "--port=0")));
        } catch (IOException e) {
            throw new UncheckedIOException("can't start the server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        }
    }

    /// Where `path`, which begins with a slash, is to be found.
    public URI at(String path) {
        return URI.create(server.address() + path);
    }

    /// Runs a program to its end: the answer of `POST /api/runs`.
    public JsonNode run(String source) throws IOException, InterruptedException {
        return run(source, false);
    }

    /// Runs a program to its end; it records its accesses to memory when `isMemoryRecorded`.
    public JsonNode run(String source, boolean isMemoryRecorded)
            throws IOException, InterruptedException {
        String body =
                MAPPER.createObjectNode()
                        .put("source", source)
                        .put("memory", isMemoryRecorded)
                        .toString();
        return MAPPER.readTree(
                send(
                        HttpRequest.newBuilder(at("/api/runs"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))));
    }

    /// The JSON at `path`.
    public JsonNode json(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(bytes(path));
    }

    /// What is at `path`.
    public byte[] bytes(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(response + ": " + MAPPER.readTree(response.body()));
        }
        return response.body();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    /// Hands the one server to tests.
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LiveServer.class;
        }

        @Override
        public LiveServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // The root's store closes what it holds when all tests are over.
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(LiveServer.class, _ -> start(), LiveServer.class);
        }
    }
}
