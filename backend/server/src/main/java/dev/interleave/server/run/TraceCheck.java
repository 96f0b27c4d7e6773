package dev.interleave.server.run;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;
import dev.interleave.model.trace.ThreadState;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.Output;
import dev.interleave.model.trace.TraceRecord;
import dev.interleave.server.run.RunSummary.LaneSummary;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Believes nothing a runner sends: checks every number of every frame, and keeps what the summary
/// needs. What no honest runner sends is a [WireException]. Confined to one thread.
final class TraceCheck {
    /// A runner may overshoot a limit before it notices.
    private static final int SLACK = 2;

    private final RunLimits limits;
    private final int sites;
    private final int variables;
    private final List<Lane> lanes = new ArrayList<>();
    private final MomentCheck moments;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private int objects;
    private long events;

    private static final class Lane {
        LaneNamed named;
        ThreadState state = ThreadState.STARTED;
        @Nullable Role openCall;

        Lane(LaneNamed named) {
            this.named = named;
        }
    }

    /// A check of one run of a program with this many sites and variables.
    TraceCheck(RunLimits limits, int sites, int variables) {
        this.limits = limits;
        this.sites = sites;
        this.variables = variables;
        this.moments = new MomentCheck(variables);
    }

    /// Checks one frame.
    void accept(Frame frame) {
        switch (frame.type()) {
            case FrameType.LANE_NAMED -> lane(TraceFrames.readLane(frame));
            case FrameType.OBJECT_NAMED -> object(TraceFrames.readObject(frame).object());
            case FrameType.EVENTS -> events(frame.payload().array());
            case FrameType.OUTPUT -> output(TraceFrames.readOutput(frame));
            case FrameType.MOMENTS ->
                    TraceFrames.readMoments(frame)
                            .forEach(moment -> moments.accept(moment, lanes.size(), objects));
            default -> throw new WireException("a runner sends no frame of type " + frame.type());
        }
    }

    private void lane(LaneNamed named) {
        int number = named.lane();
        require(number >= 1 && number <= lanes.size() + 1L + limits.lanes(), "lane", number);
        require(number <= (long) limits.lanes() * SLACK, "lane", number);
        require(
                named.parent() >= 0 && named.parent() <= (long) limits.lanes() * SLACK,
                "parent lane",
                named.parent());
        while (lanes.size() < number) {
            lanes.add(new Lane(new LaneNamed(lanes.size() + 1, 0, named.kind(), false, "")));
        }
        lanes.get(number - 1).named = named;
    }

    private void object(int number) {
        require(number >= 1 && number <= limits.events() * SLACK, "object", number);
        objects = Math.max(objects, number);
    }

    private void events(byte[] bytes) {
        require(bytes.length % TraceRecord.BYTES == 0, "length of a batch", bytes.length);
        events += bytes.length / TraceRecord.BYTES;
        require(events <= limits.events() * SLACK, "number of events", events);
        ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length; at += TraceRecord.BYTES) {
            event(records, at);
        }
    }

    private void event(ByteBuffer records, int at) {
        int code = Short.toUnsignedInt(records.getShort(at + TraceRecord.KIND));
        EventKind kind =
                EventKind.tryOf(code)
                        .orElseThrow(() -> new WireException("no event has the code " + code));
        int operation = Short.toUnsignedInt(records.getShort(at + TraceRecord.OPERATION));
        require(operation <= largestOperation(kind), "operation", operation);
        int lane = records.getInt(at + TraceRecord.LANE);
        require(lane >= 1 && lane <= lanes.size(), "lane", lane);
        int object = records.getInt(at + TraceRecord.OBJECT);
        require(object >= 0 && object <= objects, "object", object);
        int site = records.getInt(at + TraceRecord.SITE);
        require(site >= 0 && site <= sites, "site", site);
        require(
                records.getLong(at + TraceRecord.NANOS) >= 0,
                "time",
                records.getLong(at + TraceRecord.NANOS));
        follow(lanes.get(lane - 1), kind, operation);
    }

    /// In an access to memory the operation is a variable or an index.
    private int largestOperation(EventKind kind) {
        return switch (kind) {
            case FIELD_READ, FIELD_WRITTEN, ATOMIC_USED -> variables;
            case ARRAY_READ, ARRAY_WRITTEN -> 0xFFFF;
            default -> Operation.ALL.size();
        };
    }

    private static void follow(Lane lane, EventKind kind, int operation) {
        switch (kind) {
            case LOCK_BEGAN, CALL_BEGAN ->
                    lane.openCall = Operation.tryOf(operation).map(Operation::role).orElse(null);
            case LOCK_ACQUIRED, LOCK_FAILED, CALL_ENDED, CALL_THREW -> lane.openCall = null;
            default -> {} // the others open and close no call
        }
        lane.state = ThreadState.after(lane.state, kind, lane.openCall);
    }

    private void output(Output piece) {
        require(piece.lane() >= 0 && piece.lane() <= lanes.size(), "lane of output", piece.lane());
        require(piece.nanos() >= 0, "time of output", piece.nanos());
        require(piece.offset() == output.size(), "offset of output", piece.offset());
        require(
                output.size() + (long) piece.bytes().size() <= limits.outputBytes(),
                "bytes of output",
                output.size());
        output.writeBytes(piece.bytes().array());
    }

    static void require(boolean isTrue, String what, long value) {
        if (!isTrue) {
            throw new WireException("a runner sent the " + what + " " + value);
        }
    }

    /// How many records came.
    long events() {
        return events;
    }

    /// How many lanes there are.
    int laneCount() {
        return lanes.size();
    }

    /// What was printed.
    String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /// The lanes as they are now.
    List<LaneSummary> lanes() {
        return lanes.stream()
                .map(lane ->
                        new LaneSummary(
                                lane.named.lane(),
                                lane.named.name(),
                                lane.named.kind(),
                                lane.state))
                .toList();
    }
}
