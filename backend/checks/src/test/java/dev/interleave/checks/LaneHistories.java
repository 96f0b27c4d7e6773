package dev.interleave.checks;

import dev.interleave.analysis.LaneStates;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;
import dev.interleave.model.trace.ThreadState;
import dev.interleave.model.trace.TraceEvent;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceRecord;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which states each thread of a finished run went through, read from its trace.
final class LaneHistories {
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Role> openCalls = new HashMap<>();
    private final Map<Integer, ThreadState> latest = new HashMap<>();
    private final Map<String, List<String>> states = new HashMap<>();
    private final LaneStates holdings = new LaneStates();

    private LaneHistories() {}

    /// The states, by the lane's name, each list in the order of time.
    static Map<String, List<String>> of(byte[] traceFile) throws IOException {
        var in = new ByteArrayInputStream(traceFile);
        in.skipNBytes(TraceFrames.FILE_HEADER_BYTES);
        var histories = new LaneHistories();
        var events = new ArrayList<TraceEvent>();
        var frames = new FrameReader(in, Frame.MAX_PAYLOAD_BYTES);
        for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
            Frame frame = next.get();
            if (frame.type() == FrameType.LANE_NAMED) {
                LaneNamed lane = TraceFrames.readLane(frame);
                histories.names.put(lane.lane(), lane.name());
            } else if (frame.type() == FrameType.EVENTS) {
                events.addAll(eventsIn(frame));
            }
        }
        events.sort(Comparator.comparingLong(TraceEvent::nanos));
        events.forEach(histories::accept);
        return histories.states;
    }

    private static List<TraceEvent> eventsIn(Frame frame) {
        var events = new ArrayList<TraceEvent>();
        ByteBuffer records =
                ByteBuffer.wrap(frame.payload().array()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < records.capacity(); at += TraceRecord.BYTES) {
            events.add(TraceRecord.tryRead(records, at).orElseThrow());
        }
        return events;
    }

    private void accept(TraceEvent event) {
        EventKind kind = event.kind();
        int lane = event.lane();
        switch (kind) {
            case LOCK_BEGAN, CALL_BEGAN ->
                    Operation.tryOf(event.operation())
                            .ifPresent(row -> openCalls.put(lane, row.role()));
            case LOCK_ACQUIRED, LOCK_FAILED, CALL_ENDED, CALL_THREW -> openCalls.remove(lane);
            default -> {} // the others open and close no call
        }
        ThreadState before = latest.getOrDefault(lane, ThreadState.STARTED);
        ThreadState state = ThreadState.after(before, kind, openCalls.get(lane));
        if (kind == EventKind.MONITOR_ENTER_BEGAN) {
            int holder = holdings.holderOf(event.object());
            state = holder == 0 || holder == lane ? ThreadState.RUNNING : ThreadState.BLOCKED;
        }
        latest.put(lane, state);
        holdings.accept(event);
        states.computeIfAbsent(names.getOrDefault(lane, "lane " + lane), _ -> new ArrayList<>())
                .add(state.text());
    }
}
