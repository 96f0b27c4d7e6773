package dev.interleave.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.server.run.RunHandle;
import dev.interleave.server.run.RunListener;
import dev.interleave.server.run.RunMode;
import dev.interleave.server.run.RunSummary;
import dev.interleave.server.run.Runs;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// One page's connection: it starts runs, one at a time, and is told how they go. See
/// `docs/page-protocol.md`.
///
/// Messages come one at a time from the web server; a run tells its news from its own thread.
final class RunSocket implements RunListener {
    private final Outbox outbox;
    private final Optional<Runs> runs;
    private final String client;
    private final ServerStatus status;

    /// Guards the two below: a run may end while it is being started.
    private final Object lock = new Object();

    private boolean isRunning;
    private @Nullable RunHandle current;

    RunSocket(Outbox outbox, Optional<Runs> runs, String client, ServerStatus status) {
        this.outbox = outbox;
        this.runs = runs;
        this.client = client;
        this.status = status;
        outbox.text(Json.text(status.hello()));
    }

    /// A text message came.
    void received(String message) {
        try {
            JsonNode request = RunRequests.object(message);
            switch (request.path("type").asText()) {
                case "run" -> start(request);
                case "stop" -> stop();
                default ->
                        throw new Refused(
                                400,
                                "unknownType",
                                "type must be \"run\" or \"stop\"; it is " + request.path("type"));
            }
        } catch (Refused refused) {
            outbox.text(
                    Json.text(
                            message("refused")
                                    .put("code", refused.code())
                                    .put("text", refused.text())));
        }
    }

    private void start(JsonNode request) {
        Runs available = status.require(runs);
        var run = RunRequests.read(request, client);
        synchronized (lock) {
            if (isRunning) {
                throw new Refused(409, "runInProgress", "a run is in progress; stop it first");
            }
            isRunning = true;
        }
        Optional<RunHandle> started = available.tryStart(run, this);
        synchronized (lock) {
            if (started.isEmpty()) {
                isRunning = false;
                throw new Refused(
                        503, "tooBusy", "too many runs are waiting; try again in a few seconds");
            }
            if (isRunning) {
                current = started.get();
            }
        }
    }

    private void stop() {
        synchronized (lock) {
            if (current != null) {
                current.stop();
            }
        }
    }

    /// The page has gone: so goes its run.
    void closed() {
        outbox.close();
        stop();
    }

    @Override
    public void queued(int position) {
        outbox.text(Json.text(message("queued").put("position", position)));
    }

    @Override
    public void compiling() {
        outbox.text(Json.text(message("compiling")));
    }

    @Override
    public void compiled(List<Diagnostic> diagnostics) {
        ObjectNode message = message("diagnostics");
        message.set("diagnostics", Json.diagnostics(diagnostics));
        outbox.text(Json.text(message));
    }

    @Override
    public void started(String id, RunMode mode) {
        outbox.text(Json.text(message("started").put("id", id).put("mode", mode.text())));
    }

    @Override
    public void searching(SearchSummary soFar) {
        ObjectNode message = message("searching");
        message.set("search", Json.search(soFar));
        outbox.text(Json.text(message));
    }

    @Override
    public void traced(ByteBuffer frames) {
        outbox.binary(frames);
    }

    @Override
    public void found(Finding finding) {
        ObjectNode message = message("finding");
        message.set("finding", Json.finding(finding));
        outbox.text(Json.text(message));
    }

    @Override
    public void ended(RunSummary summary) {
        synchronized (lock) {
            isRunning = false;
            current = null;
        }
        ObjectNode message = message("ended").put("id", summary.id().orElse(null));
        message.set("outcome", Json.outcome(summary.outcome()));
        message.set("lanes", Json.lanes(summary.lanes()));
        message.put("events", summary.events());
        message.put("outputTruncated", summary.isOutputTruncated());
        Json.putControlled(message, summary);
        message.set("timing", Json.timing(summary.timing()));
        outbox.text(Json.text(message));
    }

    private static ObjectNode message(String type) {
        return Json.object().put("type", type);
    }
}
