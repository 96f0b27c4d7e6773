package dev.interleave.server.web;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.interleave.model.run.RunLimits;
import dev.interleave.server.run.Runs;

import java.util.Optional;

/// What the server says of itself.
///
/// @param version the version
/// @param sandbox the level's name, or `unavailable`
/// @param problem why there is no sandbox and what to install, or empty
public record ServerStatus(String version, String sandbox, Optional<String> problem) {

    /// The runs, or a refusal that says why there can be none.
    Runs require(Optional<Runs> runs) {
        return runs.orElseThrow(() ->
                new Refused(
                        503,
                        "noSandbox",
                        "programs can't run on this server: " + problem.orElse("")));
    }

    ObjectNode health() {
        ObjectNode node =
                Json.object().put("status", "up").put("version", version).put("sandbox", sandbox);
        problem.ifPresent(text -> node.put("sandboxProblem", text));
        return node;
    }

    ObjectNode hello() {
        ObjectNode node =
                Json.object()
                        .put("type", "hello")
                        .put("protocol", 1)
                        .put("version", version)
                        .put("sandbox", sandbox);
        problem.ifPresent(text -> node.put("sandboxProblem", text));
        node.putObject("limits")
                .put("sourceBytes", RunRequests.MAX_SOURCE_BYTES)
                .put("wallMillis", RunLimits.DEFAULT.wallMillis())
                .put("events", RunLimits.DEFAULT.events())
                .put("outputBytes", RunLimits.DEFAULT.outputBytes());
        return node;
    }
}
