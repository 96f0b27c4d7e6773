package dev.interleave.model.trace;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.program.Site;
import dev.interleave.model.program.Variable;
import dev.interleave.model.trace.Moment.Mover;
import dev.interleave.model.trace.Moment.Standing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// The frames a trace is made of, both ways.
public final class TraceFrames {
    /// The first bytes of a trace file.
    public static final long MAGIC = 0x0045_5641_454C_544EL; // "NTLEAVE\0", little-endian

    /// The version of the format.
    public static final int VERSION = 1;

    /// Size of a trace file's header in bytes.
    public static final int FILE_HEADER_BYTES = 32;

    private TraceFrames() {}

    /// A lane came to be, or got another name.
    ///
    /// @param lane its number, from 1
    /// @param parent the lane that started it, or 0
    /// @param kind what kind of thread it is
    /// @param isDaemon whether the program ends without waiting for it
    /// @param name the thread's name, as the program chose it: hostile text
    public record LaneNamed(int lane, int parent, LaneKind kind, boolean isDaemon, String name) {}

    /// An object was seen for the first time, or got another name.
    ///
    /// @param object its number, from 1
    /// @param className its class, with dots
    /// @param name the variable or field that holds it, or empty when not known
    public record ObjectNamed(int object, String className, String name) {}

    /// Bytes the program printed.
    ///
    /// @param lane the lane that printed them, or 0 when not known
    /// @param nanos time since the run began, in nanoseconds
    /// @param isError whether they went to standard error
    /// @param offset how many bytes were printed before, on both streams
    /// @param bytes the bytes
    public record Output(int lane, long nanos, boolean isError, long offset, Bytes bytes) {}

    /// The header of a trace file.
    public static byte[] fileHeader(long startEpochMillis) {
        return new WireWriter()
                .i64(MAGIC)
                .u16(VERSION)
                .u16(TraceRecord.BYTES)
                .i32(0)
                .i64(startEpochMillis)
                .i64(0)
                .toBytes();
    }

    /// The frame for a lane.
    public static Frame lane(LaneNamed lane) {
        return Frame.of(
                FrameType.LANE_NAMED,
                new WireWriter()
                        .i32(lane.lane())
                        .i32(lane.parent())
                        .constant(lane.kind())
                        .u8(lane.isDaemon() ? 1 : 0)
                        .u16(0)
                        .text(lane.name())
                        .toBytes());
    }

    /// Reads a lane's frame.
    public static LaneNamed readLane(Frame frame) {
        WireReader in = frame.reader();
        int lane = in.i32();
        int parent = in.i32();
        LaneKind kind = in.constant(LaneKind.class);
        boolean isDaemon = in.u8() == 1;
        in.u16();
        var named = new LaneNamed(lane, parent, kind, isDaemon, in.text());
        in.end();
        return named;
    }

    /// The frame for an object.
    public static Frame object(ObjectNamed object) {
        return Frame.of(
                FrameType.OBJECT_NAMED,
                new WireWriter()
                        .i32(object.object())
                        .text(object.className())
                        .text(object.name())
                        .toBytes());
    }

    /// Reads an object's frame.
    public static ObjectNamed readObject(Frame frame) {
        WireReader in = frame.reader();
        var named = new ObjectNamed(in.i32(), in.text(), in.text());
        in.end();
        return named;
    }

    /// The frame for output.
    public static Frame output(Output output) {
        return Frame.of(
                FrameType.OUTPUT,
                new WireWriter()
                        .i32(output.lane())
                        .u8(output.isError() ? 2 : 1)
                        .u8(0)
                        .u16(0)
                        .i64(output.nanos())
                        .i64(output.offset())
                        .raw(output.bytes().array())
                        .toBytes());
    }

    /// Reads an output frame.
    public static Output readOutput(Frame frame) {
        WireReader in = frame.reader();
        int lane = in.i32();
        boolean isError = in.u8() == 2;
        in.u8();
        in.u16();
        long nanos = in.i64();
        long offset = in.i64();
        return new Output(lane, nanos, isError, offset, Bytes.wrap(in.rest()));
    }

    /// The frame for some moments of a schedule.
    public static Frame moments(List<Moment> moments) {
        return Frame.of(
                FrameType.MOMENTS,
                new WireWriter()
                        .list(
                                moments,
                                (out, moment) ->
                                        out.i32(moment.step())
                                                .i32(moment.chosen())
                                                .list(moment.changed(), TraceFrames::write))
                        .toBytes());
    }

    private static void write(WireWriter out, Mover mover) {
        out.i32(mover.thread())
                .constant(mover.standing())
                .constant(mover.move())
                .u16(0)
                .i32(mover.object())
                .i32(mover.operand())
                .i32(mover.line());
    }

    /// Reads some moments of a schedule.
    public static List<Moment> readMoments(Frame frame) {
        WireReader in = frame.reader();
        List<Moment> moments =
                in.list(each -> new Moment(each.i32(), each.i32(), each.list(TraceFrames::mover)));
        in.end();
        return moments;
    }

    private static Mover mover(WireReader in) {
        int thread = in.i32();
        Standing standing = in.constant(Standing.class);
        Move move = in.constant(Move.class);
        in.u16();
        return new Mover(thread, standing, move, in.i32(), in.i32(), in.i32());
    }

    /// The frame for the program's sites; number `n` is element `n - 1`.
    public static Frame sites(List<Site> sites) {
        return Frame.of(
                FrameType.SITES,
                new WireWriter()
                        .list(
                                sites,
                                (out, site) ->
                                        out.i32(site.line())
                                                .text(site.className())
                                                .text(site.method()))
                        .toBytes());
    }

    /// The frame for the program's variables; number `n` is element `n - 1`.
    public static Frame variables(List<Variable> variables) {
        return Frame.of(
                FrameType.VARIABLES,
                new WireWriter().list(variables, ProgramCodec::write).toBytes());
    }

    /// Reads the frame for the program's variables.
    public static List<Variable> readVariables(Frame frame) {
        WireReader in = frame.reader();
        List<Variable> variables = in.list(ProgramCodec::readVariable);
        in.end();
        return variables;
    }

    /// Reads the frame for the program's sites.
    public static List<Site> readSites(Frame frame) {
        WireReader in = frame.reader();
        List<Site> sites = in.list(each -> new Site(each.i32(), each.text(), each.text()));
        in.end();
        return sites;
    }

    /// The frame for the operation table; number `n` is element `n - 1`.
    public static Frame operations() {
        return Frame.of(
                FrameType.OPERATIONS,
                new WireWriter()
                        .list(
                                Operation.ALL,
                                (out, row) ->
                                        out.constant(row.role())
                                                .text(row.label())
                                                .text(row.phrase()))
                        .toBytes());
    }

    /// The frame for a batch of events.
    public static Frame events(List<TraceEvent> events) {
        ByteBuffer bytes =
                ByteBuffer.allocate(events.size() * TraceRecord.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events.size(); i++) {
            TraceRecord.write(events.get(i), bytes, i * TraceRecord.BYTES);
        }
        return Frame.of(FrameType.EVENTS, bytes.array());
    }
}
