package dev.interleave.server.web;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.program.Site;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.TraceEvent;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.ObjectNamed;
import dev.interleave.model.trace.TraceRecord;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a trace in the JSON form that Perfetto and Chrome's tracing page read: a thread per lane,
/// a slice per pair of begin and end, an instant for the rest.
final class PerfettoExport {
    private final JsonGenerator json;
    private final Map<Integer, String> objects = new HashMap<>();
    private List<Site> sites = List.of();

    private PerfettoExport(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the trace whose bytes are `pieces`, of which the first is the file's header.
    static void write(List<byte[]> pieces, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("traceEvents");
            var export = new PerfettoExport(json);
            for (byte[] piece : pieces.subList(1, pieces.size())) {
                export.frame(
                        new FrameReader(new ByteArrayInputStream(piece), Frame.MAX_PAYLOAD_BYTES)
                                .next()
                                .orElseThrow());
            }
            json.writeEndArray();
            json.writeStringField("displayTimeUnit", "ns");
            json.writeEndObject();
        }
    }

    private void frame(Frame frame) throws IOException {
        switch (frame.type()) {
            case FrameType.SITES -> sites = TraceFrames.readSites(frame);
            case FrameType.LANE_NAMED -> lane(TraceFrames.readLane(frame));
            case FrameType.OBJECT_NAMED -> {
                ObjectNamed object = TraceFrames.readObject(frame);
                objects.put(
                        object.object(),
                        object.name().isEmpty()
                                ? object.className() + "#" + object.object()
                                : object.name());
            }
            case FrameType.EVENTS -> {
                ByteBuffer records =
                        ByteBuffer.wrap(frame.payload().array()).order(ByteOrder.LITTLE_ENDIAN);
                for (int at = 0; at < records.capacity(); at += TraceRecord.BYTES) {
                    event(TraceRecord.tryRead(records, at).orElseThrow());
                }
            }
            default -> {} // output and the table have no place there
        }
    }

    private void lane(LaneNamed lane) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", "M");
        json.writeStringField("name", "thread_name");
        json.writeNumberField("pid", 1);
        json.writeNumberField("tid", lane.lane());
        json.writeObjectFieldStart("args");
        json.writeStringField("name", lane.name());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void event(TraceEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", phase(event.kind()));
        json.writeNumberField("ts", event.nanos() / 1_000.0);
        json.writeNumberField("pid", 1);
        json.writeNumberField("tid", event.lane());
        json.writeStringField("name", name(event));
        if (phase(event.kind()).equals("i")) {
            json.writeStringField("s", "t");
        }
        json.writeObjectFieldStart("args");
        if (event.site() > 0 && event.site() <= sites.size()) {
            json.writeNumberField("line", sites.get(event.site() - 1).line());
        }
        if (event.object() != 0) {
            json.writeStringField(
                    "object", objects.getOrDefault(event.object(), "#" + event.object()));
        }
        if (event.argument() != 0) {
            json.writeNumberField("argument", event.argument());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private String name(TraceEvent event) {
        String object =
                event.object() == 0
                        ? ""
                        : " " + objects.getOrDefault(event.object(), "#" + event.object());
        return Operation.tryOf(event.kind().isMemoryAccess() ? 0 : event.operation())
                        .map(Operation::label)
                        .orElseGet(() -> plainName(event.kind()))
                + object;
    }

    private static String plainName(EventKind kind) {
        return switch (kind) {
            case THREAD_BEGAN, THREAD_ENDED -> "thread";
            case SLEEP_BEGAN, SLEEP_ENDED -> "sleep";
            case JOIN_BEGAN, JOIN_ENDED -> "join";
            case PARK_BEGAN, PARK_ENDED -> "park";
            case MONITOR_ENTER_BEGAN, MONITOR_ENTERED -> "enter";
            case MONITOR_WAIT_BEGAN, MONITOR_WAIT_ENDED -> "wait";
            case MONITOR_NOTIFIED -> "notify";
            case MONITOR_EXITED -> "exit";
            case THREAD_STARTED -> "start";
            case THREAD_INTERRUPTED -> "interrupt";
            case THREAD_YIELDED -> "yield";
            case UNPARKED -> "unpark";
            case OUTPUT_WRITTEN -> "output";
            case LOCK_BEGAN, LOCK_ACQUIRED, LOCK_FAILED -> "lock";
            case LOCK_RELEASED -> "unlock";
            case CALL_BEGAN, CALL_ENDED, CALL_THREW, CALL_MADE -> "call";
            case TASK_SUBMITTED -> "submit";
            case TASK_BEGAN, TASK_ENDED -> "task";
            case MOUNTED, UNMOUNTED -> "mounted";
            case PINNED_BEGAN, PINNED_ENDED -> "pinned";
            case FIELD_READ, ARRAY_READ -> "read";
            case FIELD_WRITTEN, ARRAY_WRITTEN -> "write";
            case ATOMIC_USED -> "atomic";
            case CLASS_USE_BEGAN, CLASS_USE_ENDED -> "use of class";
            case CLASS_INIT_BEGAN, CLASS_INIT_ENDED -> "initialise class";
            case PREEMPTED -> "preempted";
        };
    }

    private static String phase(EventKind kind) {
        return switch (kind) {
            case THREAD_BEGAN,
                    SLEEP_BEGAN,
                    JOIN_BEGAN,
                    PARK_BEGAN,
                    MONITOR_ENTER_BEGAN,
                    MONITOR_WAIT_BEGAN,
                    LOCK_BEGAN,
                    CALL_BEGAN,
                    TASK_BEGAN,
                    PINNED_BEGAN,
                    CLASS_USE_BEGAN,
                    CLASS_INIT_BEGAN ->
                    "B";
            case THREAD_ENDED,
                    SLEEP_ENDED,
                    JOIN_ENDED,
                    PARK_ENDED,
                    MONITOR_ENTERED,
                    MONITOR_WAIT_ENDED,
                    LOCK_ACQUIRED,
                    LOCK_FAILED,
                    CALL_ENDED,
                    CALL_THREW,
                    TASK_ENDED,
                    PINNED_ENDED,
                    CLASS_USE_ENDED,
                    CLASS_INIT_ENDED ->
                    "E";
            case THREAD_STARTED,
                    THREAD_INTERRUPTED,
                    THREAD_YIELDED,
                    UNPARKED,
                    MONITOR_EXITED,
                    MONITOR_NOTIFIED,
                    LOCK_RELEASED,
                    CALL_MADE,
                    OUTPUT_WRITTEN,
                    FIELD_READ,
                    FIELD_WRITTEN,
                    ARRAY_READ,
                    ARRAY_WRITTEN,
                    ATOMIC_USED,
                    TASK_SUBMITTED,
                    MOUNTED,
                    UNMOUNTED,
                    PREEMPTED ->
                    "i";
        };
    }
}
