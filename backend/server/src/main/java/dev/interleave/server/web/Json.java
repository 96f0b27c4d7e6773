package dev.interleave.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.interleave.model.control.Extent;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.server.run.RunSummary;
import dev.interleave.server.run.RunSummary.LaneSummary;
import dev.interleave.server.run.RunSummary.Timing;

import java.util.List;
import java.util.Locale;

/// The JSON forms of what programs and the page are told: the contract, so written out field by
/// field.
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static ObjectNode error(String code, String text) {
        ObjectNode node = object();
        node.putObject("error").put("code", code).put("text", text);
        return node;
    }

    static ObjectNode outcome(RunOutcome outcome) {
        ObjectNode node = object().put("kind", outcome.kind()).put("text", outcome.text());
        if (outcome instanceof RunOutcome.OverLimit over) {
            node.put("limit", over.limit().text());
        }
        return node;
    }

    static ArrayNode diagnostics(List<Diagnostic> diagnostics) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Diagnostic each : diagnostics) {
            array.addObject()
                    .put("line", each.line())
                    .put("column", each.column())
                    .put("endLine", each.endLine())
                    .put("endColumn", each.endColumn())
                    .put("severity", each.severity().name().toLowerCase(Locale.ROOT))
                    .put("message", each.message());
        }
        return array;
    }

    static ObjectNode finding(Finding finding) {
        ObjectNode node =
                object().put("kind", finding.kind().text()).put("message", finding.message());
        finding.lines().forEach(node.putArray("lines")::add);
        finding.lanes().forEach(node.putArray("lanes")::add);
        if (!finding.accesses().isEmpty()) {
            ArrayNode accesses = node.putArray("accesses");
            finding.accesses().forEach(access -> accesses.add(access(access)));
        }
        if (!finding.advice().isEmpty()) {
            node.put("advice", finding.advice());
        }
        return node.put("lesson", finding.kind().lesson());
    }

    private static ObjectNode access(Finding.Access access) {
        ObjectNode node =
                object().put("lane", access.lane())
                        .put("line", access.line())
                        .put("writes", access.isWrite())
                        .put("value", access.value());
        access.holds().forEach(node.putArray("holds")::add);
        ArrayNode stack = node.putArray("stack");
        for (Finding.Call call : access.stack()) {
            stack.addObject().put("method", call.method()).put("line", call.line());
        }
        return node;
    }

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = MAPPER.createArrayNode();
        findings.forEach(each -> array.add(finding(each)));
        return array;
    }

    static ArrayNode lanes(List<LaneSummary> lanes) {
        ArrayNode array = MAPPER.createArrayNode();
        for (LaneSummary lane : lanes) {
            array.addObject()
                    .put("id", lane.id())
                    .put("name", lane.name())
                    .put("kind", lane.kind().name().toLowerCase(Locale.ROOT))
                    .put("endState", lane.endState().text());
        }
        return array;
    }

    static ObjectNode timing(Timing timing) {
        return object().put("queueMillis", timing.queueMillis())
                .put("compileMillis", timing.compileMillis())
                .put("startMillis", timing.startMillis())
                .put("firstEventMillis", timing.firstEventMillis())
                .put("runMillis", timing.runMillis())
                .put("cpuMillis", timing.cpuMillis());
    }

    /// The answer of `POST /api/runs`.
    static ObjectNode answer(RunSummary summary) {
        ObjectNode node = object().put("id", summary.id().orElse(null));
        node.set("outcome", outcome(summary.outcome()));
        node.set("diagnostics", diagnostics(summary.diagnostics()));
        node.put("output", summary.output());
        node.put("outputTruncated", summary.isOutputTruncated());
        node.set("lanes", lanes(summary.lanes()));
        node.set("findings", findings(summary.findings()));
        node.put("events", summary.events());
        putControlled(node, summary);
        node.set("timing", timing(summary.timing()));
        return node;
    }

    /// What a live run has not.
    static void putControlled(ObjectNode node, RunSummary summary) {
        summary.schedule().ifPresent(schedule -> node.put("schedule", schedule));
        summary.search().ifPresent(search -> node.set("search", search(search)));
    }

    static ObjectNode search(SearchSummary search) {
        return object().put("schedules", search.schedules())
                .put("classes", search.classes())
                .put("failing", search.failing())
                .put("exhausted", search.extent() == Extent.ALL)
                .put("exhaustedButEarly", search.extent() == Extent.ALL_BUT_EARLY)
                .put("firstFailure", search.firstFailure())
                .put("preemptions", search.preemptions())
                .put("inTurn", search.isInTurn())
                .put("remaining", search.remaining() < 0 ? null : search.remaining())
                .put("millis", search.millis())
                .put("strategy", search.strategy());
    }
}
