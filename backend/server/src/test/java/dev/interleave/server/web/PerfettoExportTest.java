package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.program.Bytes;
import dev.interleave.model.program.Site;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.TraceEvent;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.ObjectNamed;
import dev.interleave.model.trace.TraceFrames.Output;
import dev.interleave.model.wire.Frame;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class PerfettoExportTest {
    private static final Frame MAIN =
            TraceFrames.lane(new LaneNamed(1, 0, LaneKind.PLATFORM, false, "main"));

    private static JsonNode export(Frame... frames) throws IOException {
        var pieces = new ArrayList<byte[]>();
        pieces.add(TraceFrames.fileHeader(1_700_000_000_000L));
        pieces.add(TraceFrames.sites(List.of(new Site(42, "", ""))).toBytes());
        pieces.add(TraceFrames.operations().toBytes());
        for (Frame frame : frames) {
            pieces.add(frame.toBytes());
        }
        var out = new ByteArrayOutputStream();
        PerfettoExport.write(pieces, out);
        return Json.MAPPER.readTree(out.toByteArray()).get("traceEvents");
    }

    private static Frame events(TraceEvent... events) {
        return TraceFrames.events(List.of(events));
    }

    private static TraceEvent event(long nanos, EventKind kind, int object, int site) {
        return new TraceEvent(nanos, kind, 0, 1, object, site, 0);
    }

    private static JsonNode json(String text) throws IOException {
        return Json.MAPPER.readTree(text.replace('\'', '"'));
    }

    @Test
    void write_noEvents_isAnEmptyList() throws IOException {
        assertThat(export()).isEmpty();
    }

    @Test
    void write_lane_namesItsThread() throws IOException {
        assertThat(export(MAIN))
                .containsExactly(
                        json(
                                "{'ph':'M','name':'thread_name','pid':1,'tid':1,"
                                        + "'args':{'name':'main'}}"));
    }

    @Test
    void write_beginAndEnd_areASlice() throws IOException {
        assertThat(
                        export(
                                events(
                                        event(1_500, EventKind.SLEEP_BEGAN, 0, 1),
                                        event(2_500, EventKind.SLEEP_ENDED, 0, 1))))
                .containsExactly(
                        json(
                                "{'ph':'B','ts':1.5,'pid':1,'tid':1,'name':'sleep',"
                                        + "'args':{'line':42}}"),
                        json(
                                "{'ph':'E','ts':2.5,'pid':1,'tid':1,'name':'sleep',"
                                        + "'args':{'line':42}}"));
    }

    @Test
    void write_momentOnANamedObject_isAnInstantWithItsName() throws IOException {
        assertThat(
                        export(
                                TraceFrames.object(new ObjectNamed(1, "java.lang.Object", "lock")),
                                events(
                                        new TraceEvent(
                                                2_000, EventKind.MONITOR_NOTIFIED, 0, 1, 1, 0, 1))))
                .containsExactly(
                        json(
                                "{'ph':'i','ts':2.0,'pid':1,'tid':1,'name':'notify lock','s':'t',"
                                        + "'args':{'object':'lock','argument':1}}"));
    }

    @Test
    void write_objectWithoutName_isToldByItsClass() throws IOException {
        assertThat(
                        export(
                                        TraceFrames.object(new ObjectNamed(3, "Account", "")),
                                        events(event(1, EventKind.MONITOR_EXITED, 3, 0)))
                                .get(0)
                                .get("name"))
                .isEqualTo(json("'exit Account#3'"));
    }

    @Test
    void write_event_hasTheLabelOfItsOperation() throws IOException {
        Operation first = Operation.ALL.getFirst();

        assertThat(
                        export(
                                        events(
                                                new TraceEvent(
                                                        1,
                                                        EventKind.LOCK_BEGAN,
                                                        first.number(),
                                                        1,
                                                        0,
                                                        0,
                                                        0)))
                                .get(0)
                                .get("name")
                                .textValue())
                .isEqualTo(first.label());
    }

    @Test
    void write_output_isLeftOut() throws IOException {
        assertThat(
                        export(
                                TraceFrames.output(
                                        new Output(1, 5, false, 0, Bytes.wrap(new byte[] {65})))))
                .isEmpty();
    }

    @Test
    void write_hostileName_staysText() throws IOException {
        String name = "\"}],\u0000\u2028</script>";

        assertThat(
                        export(TraceFrames.lane(new LaneNamed(1, 0, LaneKind.VIRTUAL, true, name)))
                                .get(0)
                                .get("args")
                                .get("name")
                                .textValue())
                .isEqualTo(name);
    }

    @Test
    void write_everyPairOfKinds_isBalanced() throws IOException {
        JsonNode all =
                export(
                        events(
                                event(1, EventKind.THREAD_BEGAN, 0, 0),
                                event(2, EventKind.JOIN_BEGAN, 0, 0),
                                event(3, EventKind.JOIN_ENDED, 0, 0),
                                event(4, EventKind.MONITOR_ENTER_BEGAN, 0, 0),
                                event(5, EventKind.MONITOR_ENTERED, 0, 0),
                                event(6, EventKind.MONITOR_WAIT_BEGAN, 0, 0),
                                event(7, EventKind.MONITOR_WAIT_ENDED, 0, 0),
                                event(8, EventKind.MONITOR_EXITED, 0, 0),
                                event(9, EventKind.LOCK_BEGAN, 0, 0),
                                event(10, EventKind.PARK_BEGAN, 0, 0),
                                event(11, EventKind.PARK_ENDED, 0, 0),
                                event(12, EventKind.LOCK_ACQUIRED, 0, 0),
                                event(13, EventKind.LOCK_BEGAN, 0, 0),
                                event(14, EventKind.LOCK_FAILED, 0, 0),
                                event(15, EventKind.CALL_BEGAN, 0, 0),
                                event(16, EventKind.CALL_ENDED, 0, 0),
                                event(17, EventKind.CALL_BEGAN, 0, 0),
                                event(18, EventKind.CALL_THREW, 0, 0),
                                event(19, EventKind.THREAD_ENDED, 0, 0)));

        assertThat(all.findValuesAsText("ph"))
                .containsExactly(
                        "B", "B", "E", "B", "E", "B", "E", "i", "B", "B", "E", "E", "B", "E", "B",
                        "E", "B", "E", "E");
    }

    @Test
    void write_everyKind_hasAName() throws IOException {
        TraceEvent[] events =
                Arrays.stream(EventKind.values())
                        .map(kind -> event(1, kind, 0, 0))
                        .toArray(TraceEvent[]::new);

        assertThat(export(events(events)).findValuesAsText("name"))
                .hasSize(EventKind.values().length)
                .doesNotContain("");
    }
}
