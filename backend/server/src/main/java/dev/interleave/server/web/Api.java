package dev.interleave.server.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.server.lesson.Lesson;
import dev.interleave.server.lesson.LessonCatalog;
import dev.interleave.server.run.RunHandle;
import dev.interleave.server.run.RunListener;
import dev.interleave.server.run.RunMode;
import dev.interleave.server.run.RunRequest;
import dev.interleave.server.run.RunStore;
import dev.interleave.server.run.RunSummary;
import dev.interleave.server.run.Runs;

import io.javalin.http.Context;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// The contract for programs: runs, traces, lessons, health.
final class Api {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Optional<Runs> runs;
    private final RunStore store;
    private final LessonCatalog lessons;
    private final ServerStatus status;

    Api(Optional<Runs> runs, RunStore store, LessonCatalog lessons, ServerStatus status) {
        this.runs = runs;
        this.store = store;
        this.lessons = lessons;
        this.status = status;
    }

    void run(Context context) throws IOException {
        requireJson(context);
        RunRequest request =
                RunRequests.read(RunRequests.object(body(context)), Clients.of(context));
        var ended = new CompletableFuture<RunSummary>();
        RunHandle _ =
                status.require(runs)
                        .tryStart(request, new Waiting(ended))
                        .orElseThrow(() ->
                                new Refused(
                                        503,
                                        "tooBusy",
                                        "too many runs are waiting; try again in a few seconds"));
        json(context, Json.answer(ended.join()));
    }

    private static void requireJson(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(
                    415, "notJson", "the content type must be application/json; it is " + type);
        }
    }

    /// Reads no more than a request may have, whatever length it says it has.
    private static String body(Context context) throws IOException {
        long stated = context.req().getContentLengthLong();
        byte[] bytes =
                stated > RunRequests.MAX_REQUEST_BYTES
                        ? new byte[0]
                        : context.bodyInputStream().readNBytes(RunRequests.MAX_REQUEST_BYTES + 1);
        if (stated > RunRequests.MAX_REQUEST_BYTES
                || bytes.length > RunRequests.MAX_REQUEST_BYTES) {
            String actual = stated > 0 ? String.format(Locale.ROOT, "%,d bytes", stated) : "longer";
            throw new Refused(
                    413,
                    "requestTooLong",
                    String.format(
                            Locale.ROOT,
                            "the request is %s; the limit is %,d bytes, and that of a source %,d",
                            actual,
                            RunRequests.MAX_REQUEST_BYTES,
                            RunRequests.MAX_SOURCE_BYTES));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void trace(Context context) throws IOException {
        String id = context.pathParam("id");
        String format = context.queryParam("format");
        if (format != null && !format.equals("perfetto") && !format.equals("binary")) {
            throw new Refused(400, "unknownFormat", "format must be \"binary\" or \"perfetto\"");
        }
        if (!ID.matcher(id).matches()) {
            throw new Refused(400, "badId", "a run's id is 32 hexadecimal digits");
        }
        List<byte[]> pieces =
                store.trace(id)
                        .orElseThrow(() ->
                                new Refused(
                                        404,
                                        "noSuchRun",
                                        "there is no run with this id, or it is no longer kept"));
        if ("perfetto".equals(format)) {
            context.contentType("application/json");
            PerfettoExport.write(pieces, context.outputStream());
        } else {
            context.contentType("application/octet-stream");
            OutputStream out = context.outputStream();
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        }
    }

    void lessons(Context context) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (Lesson lesson : lessons.all()) {
            array.addObject()
                    .put("name", lesson.name())
                    .put("title", lesson.title())
                    .put("section", lesson.section());
        }
        context.contentType("application/json").result(array.toString());
    }

    void lesson(Context context) {
        String name = context.pathParam("name");
        Lesson lesson =
                lessons.find(name)
                        .orElseThrow(() ->
                                new Refused(
                                        404, "noSuchLesson", "there is no lesson with this name"));
        json(
                context,
                Json.object()
                        .put("name", lesson.name())
                        .put("title", lesson.title())
                        .put("section", lesson.section())
                        .put("text", lesson.text())
                        .put("lookFor", lesson.lookFor())
                        .put("rust", lesson.rust())
                        .put("source", lesson.source()));
    }

    void health(Context context) {
        json(context, status.health());
    }

    static void json(Context context, ObjectNode node) {
        context.contentType("application/json").result(Json.text(node));
    }

    /// Waits for the end; the rest is in the summary.
    private record Waiting(CompletableFuture<RunSummary> end) implements RunListener {
        @Override
        public void queued(int position) {}

        @Override
        public void compiling() {}

        @Override
        public void compiled(List<Diagnostic> diagnostics) {}

        @Override
        public void started(String id, RunMode mode) {}

        @Override
        public void searching(SearchSummary soFar) {}

        @Override
        public void traced(ByteBuffer frames) {}

        @Override
        public void found(Finding finding) {}

        @Override
        public void ended(RunSummary summary) {
            end.complete(summary);
        }
    }
}
