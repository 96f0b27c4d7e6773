package dev.interleave.server.web;

import static dev.interleave.server.web.Fields.describe;
import static dev.interleave.server.web.Fields.isAbsent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.control.Control;
import dev.interleave.model.run.RunLimits;
import dev.interleave.server.child.RunnerKind;
import dev.interleave.server.run.Fingerprint;
import dev.interleave.server.run.RunMode;
import dev.interleave.server.run.RunRequest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Turns untrusted JSON into a [RunRequest], or refuses it.
final class RunRequests {
    /// The longest source, in bytes of UTF-8.
    static final int MAX_SOURCE_BYTES = 65_536;

    /// The longest request: every byte of a source may take six in JSON, that of a schedule one.
    static final int MAX_REQUEST_BYTES =
            6 * MAX_SOURCE_BYTES + Control.MAX_SCHEDULE_CHARACTERS + 4_096;

    private static final int MIN_WALL_MILLIS = 100;

    private RunRequests() {}

    /// Parses an object.
    static JsonNode object(String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new Refused(400, "notJson", "the request is not JSON: " + e.getOriginalMessage());
        }
        throw new Refused(400, "notJson", "the request must be a JSON object");
    }

    /// The run that the object asks for.
    static RunRequest read(JsonNode request, String client) {
        String source = source(request);
        RunMode mode = mode(request.path("mode"));
        RunLimits limits = limits(request.path("wallMillis"));
        return new RunRequest(
                client,
                source,
                Fields.flag(request.path("memory"), "memory", "badMemory"),
                ControlRequests.read(request, mode, Fingerprint.of(source)),
                mode == RunMode.LIVE
                        ? limits
                        : limits.withCpuMillis(
                                RunnerKind.controlledCpuMillis(limits.wallMillis())));
    }

    private static String source(JsonNode request) {
        JsonNode source = request.path("source");
        if (!source.isTextual()) {
            throw new Refused(400, "noSource", "source must be a text; it is " + describe(source));
        }
        String text = source.textValue();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_SOURCE_BYTES) {
            throw new Refused(
                    413,
                    "sourceTooLong",
                    String.format(
                            Locale.ROOT,
                            "source is %,d bytes; the limit is %,d",
                            bytes,
                            MAX_SOURCE_BYTES));
        }
        if (text.isBlank()) {
            throw new Refused(400, "emptySource", "source is empty; there is nothing to run");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new Refused(
                    400,
                    "badCharacter",
                    "source has a NUL character at position " + (nul + 1) + "; Java text has none");
        }
        return text;
    }

    private static RunMode mode(JsonNode mode) {
        return isAbsent(mode)
                ? RunMode.LIVE
                : Fields.named(mode, "mode", RunMode.values(), RunMode::text, "unknownMode");
    }

    private static RunLimits limits(JsonNode wall) {
        return isAbsent(wall)
                ? RunLimits.DEFAULT
                : RunLimits.DEFAULT.withWallMillis(
                        Fields.whole(
                                wall,
                                "wallMillis",
                                MIN_WALL_MILLIS,
                                RunLimits.MAX_WALL_MILLIS,
                                "badWallMillis"));
    }
}
