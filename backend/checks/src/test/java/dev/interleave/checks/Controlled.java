package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/// Runs whose every switch is decided, asked for as any program may. The answers of `POST
/// /api/runs`.
final class Controlled {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Controlled() {}

    /// Searches at most so many schedules for one that fails.
    static JsonNode explore(
            LiveServer server, String source, long seed, int maxSchedules, int wallMillis)
            throws IOException, InterruptedException {
        return explore(server, source, "portfolio", seed, maxSchedules, wallMillis);
    }

    /// The same, as the strategy of that name chooses.
    static JsonNode explore(
            LiveServer server,
            String source,
            String strategy,
            long seed,
            int maxSchedules,
            int wallMillis)
            throws IOException, InterruptedException {
        return run(server, search(source, strategy, seed, maxSchedules, wallMillis));
    }

    /// The same, and does not end with the first that fails.
    static JsonNode count(
            LiveServer server,
            String source,
            String strategy,
            long seed,
            int maxSchedules,
            int wallMillis)
            throws IOException, InterruptedException {
        return run(
                server,
                search(source, strategy, seed, maxSchedules, wallMillis).put("countAll", true));
    }

    private static ObjectNode search(
            String source, String strategy, long seed, int maxSchedules, int wallMillis) {
        return request(source, "explore")
                .put("strategy", strategy)
                .put("seed", seed)
                .put("maxSchedules", maxSchedules)
                .put("wallMillis", wallMillis);
    }

    /// Runs one schedule that follows from the seed.
    static JsonNode once(LiveServer server, String source, long seed)
            throws IOException, InterruptedException {
        return run(server, request(source, "controlled").put("seed", seed));
    }

    /// Runs the schedule that another answer gave.
    static JsonNode replay(LiveServer server, String source, String schedule)
            throws IOException, InterruptedException {
        return run(server, request(source, "controlled").put("schedule", schedule));
    }

    /// Runs the one schedule in which nobody is interrupted.
    static JsonNode undisturbed(LiveServer server, String source)
            throws IOException, InterruptedException {
        return run(server, request(source, "controlled").put("strategy", "none"));
    }

    /// Goes as the schedule of another answer does up to a decision; there `thread` moves.
    static JsonNode branch(
            LiveServer server, String source, String schedule, int decision, int thread)
            throws IOException, InterruptedException {
        ObjectNode request = request(source, "controlled").put("schedule", schedule);
        request.putObject("branch").put("decision", decision).put("thread", thread);
        return run(server, request);
    }

    /// Runs the schedule that another answer gave so many times.
    static JsonNode repeat(
            LiveServer server, String source, String schedule, int times, int wallMillis)
            throws IOException, InterruptedException {
        return run(
                server,
                request(source, "explore")
                        .put("schedule", schedule)
                        .put("maxSchedules", times)
                        .put("wallMillis", wallMillis));
    }

    /// How the run of an answer ended.
    static String outcome(JsonNode run) {
        return run.path("outcome").path("kind").asText();
    }

    /// The findings of one kind.
    static List<JsonNode> findings(JsonNode run, String kind) {
        return run.path("findings")
                .valueStream()
                .filter(finding -> finding.path("kind").asText().equals(kind))
                .toList();
    }

    private static ObjectNode request(String source, String mode) {
        return MAPPER.createObjectNode().put("source", source).put("mode", mode);
    }

    private static JsonNode run(LiveServer server, ObjectNode request)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                Http.send(Http.post(server, "application/json", request.toString()));
        if (response.statusCode() != 200) {
            throw new IOException(response + ": " + response.body());
        }
        return Http.json(response.body());
    }
}
