package dev.interleave.checks;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Moment;
import dev.interleave.model.trace.TraceEvent;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.Output;
import dev.interleave.model.trace.TraceRecord;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A trace, read as a stranger would: by its description alone. Bytes that are no trace are an
/// exception.
final class TraceFile {
    private TraceFile() {}

    /// The frames after a trace file's header.
    static List<Frame> framesOfFile(byte[] file) {
        return frames(Arrays.copyOfRange(file, TraceFrames.FILE_HEADER_BYTES, file.length));
    }

    /// Whole frames in a row.
    static List<Frame> frames(byte[] bytes) {
        var reader = new FrameReader(new ByteArrayInputStream(bytes), Frame.MAX_PAYLOAD_BYTES);
        var frames = new ArrayList<Frame>();
        try {
            for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the last frame is not whole", e);
        }
        return frames;
    }

    /// Calls `each` with every record of a frame.
    static void records(Frame frame, Consumer<TraceEvent> each) {
        if (frame.type() != FrameType.EVENTS) {
            return;
        }
        ByteBuffer records =
                ByteBuffer.wrap(frame.payload().array()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < records.capacity(); at += TraceRecord.BYTES) {
            each.accept(TraceRecord.tryRead(records, at).orElseThrow());
        }
    }

    /// All records, in the order of the trace.
    static List<TraceEvent> records(List<Frame> frames) {
        var records = new ArrayList<TraceEvent>();
        frames.forEach(frame -> records(frame, records::add));
        return records;
    }

    /// How many records are of this kind.
    static long count(List<Frame> frames, EventKind kind) {
        return records(frames).stream().filter(event -> event.kind() == kind).count();
    }

    /// The lanes as they were named, in order.
    static List<LaneNamed> lanes(List<Frame> frames) {
        return frames.stream()
                .filter(frame -> frame.type() == FrameType.LANE_NAMED)
                .map(TraceFrames::readLane)
                .toList();
    }

    /// The moments of the schedule, in order.
    static List<Moment> moments(List<Frame> frames) {
        return frames.stream()
                .filter(frame -> frame.type() == FrameType.MOMENTS)
                .flatMap(frame -> TraceFrames.readMoments(frame).stream())
                .toList();
    }

    /// What was printed.
    static String output(List<Frame> frames) {
        var bytes = new ByteArrayOutputStream();
        frames.stream()
                .filter(frame -> frame.type() == FrameType.OUTPUT)
                .map(TraceFrames::readOutput)
                .map(Output::bytes)
                .forEach(piece -> bytes.writeBytes(piece.array()));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
