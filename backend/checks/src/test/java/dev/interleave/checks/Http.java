package dev.interleave.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Requests to the server as any program may send them, answers as they come.
final class Http {
    /// Longer than the longest run.
    private static final Duration TIMEOUT = Duration.ofSeconds(100);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Http() {}

    /// Sends a request, whatever the answer.
    static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    /// What comes from `path`.
    static HttpResponse<String> get(LiveServer server, String path)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.at(path)).GET());
    }

    /// A request to run something.
    static HttpRequest.Builder post(LiveServer server, String contentType, String body) {
        return HttpRequest.newBuilder(server.at("/api/runs"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
    }

    /// Runs a program for at most `wallMillis`; the answer once it has ended.
    static JsonNode run(LiveServer server, String source, int wallMillis)
            throws IOException, InterruptedException {
        return json(send(post(server, "application/json", body(source, wallMillis))).body());
    }

    /// Runs a program while the caller does something else.
    static CompletableFuture<JsonNode> runBeside(LiveServer server, String source, int wallMillis) {
        HttpRequest request =
                post(server, "application/json", body(source, wallMillis)).timeout(TIMEOUT).build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> json(response.body()));
    }

    private static String body(String source, int wallMillis) {
        return MAPPER.createObjectNode()
                .put("source", source)
                .put("wallMillis", wallMillis)
                .toString();
    }

    /// Parses an answer; one that is not JSON is an [AssertionError].
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
