package dev.interleave.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.program.Site;
import dev.interleave.model.trace.Moment.Mover;
import dev.interleave.model.trace.Moment.Standing;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.ObjectNamed;
import dev.interleave.model.trace.TraceFrames.Output;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

class TraceFramesTest {
    @Test
    void lane_writtenAndRead_isTheSame() {
        var lane = new LaneNamed(7, 3, LaneKind.VIRTUAL, true, "wörker \u202e");
        assertThat(TraceFrames.readLane(TraceFrames.lane(lane))).isEqualTo(lane);
    }

    @Test
    void object_writtenAndRead_isTheSame() {
        var object = new ObjectNamed(9, "java.lang.Object", "lock");
        assertThat(TraceFrames.readObject(TraceFrames.object(object))).isEqualTo(object);
    }

    @Test
    void output_writtenAndRead_isTheSame() {
        var output =
                new Output(
                        2,
                        123_456_789_012L,
                        true,
                        42,
                        Bytes.wrap("hi\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(TraceFrames.readOutput(TraceFrames.output(output))).isEqualTo(output);
    }

    @Test
    void sites_writtenAndRead_areTheSame() {
        List<Site> sites = List.of(new Site(3, "", ""), new Site(4, "Account", "deposit"));
        assertThat(TraceFrames.readSites(TraceFrames.sites(sites))).isEqualTo(sites);
    }

    @Test
    void moments_writtenAndRead_areTheSame() {
        var ready = new Mover(2, Standing.READY, Move.WRITES, 7, 3, 12);
        var waiting = new Mover(3, Standing.WAITING, Move.JOINS, 0, 2, 0);
        List<Moment> moments =
                List.of(
                        new Moment(5, 2, List.of(ready, waiting)),
                        new Moment(9, Moment.NOBODY, List.of()));
        assertThat(TraceFrames.readMoments(TraceFrames.moments(moments))).isEqualTo(moments);
    }

    /// As the page reads them.
    @Test
    void moments_one_isLaidOutAsDocumented() {
        var mover = new Mover(2, Standing.WAITING, Move.ENTERS, 7, 3, 12);
        Frame frame = TraceFrames.moments(List.of(new Moment(5, 2, List.of(mover))));
        assertThat(HexFormat.of().formatHex(frame.payload().array()))
                .isEqualTo(
                        "01000000"
                                + "05000000"
                                + "02000000"
                                + "01000000"
                                + "02000000"
                                + "01"
                                + "08"
                                + "0000"
                                + "07000000"
                                + "03000000"
                                + "0c000000");
    }

    @Test
    void readMoments_moveThatIsNone_isRefused() {
        var mover = new Mover(2, Standing.READY, Move.TIME, 0, 0, 0);
        byte[] payload =
                TraceFrames.moments(List.of(new Moment(1, 2, List.of(mover))))
                        .payload()
                        .array()
                        .clone();
        payload[21] = 99;
        assertThatThrownBy(() -> TraceFrames.readMoments(Frame.of(FrameType.MOMENTS, payload)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(
                        "Move has " + Move.values().length + " values; got number 99");
    }

    @Test
    void readLane_kindThatIsNone_isRefused() {
        byte[] payload =
                TraceFrames.lane(new LaneNamed(1, 0, LaneKind.PLATFORM, false, "x"))
                        .payload()
                        .array()
                        .clone();
        payload[8] = 9;
        assertThatThrownBy(() -> TraceFrames.readLane(Frame.of(FrameType.LANE_NAMED, payload)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("LaneKind has 3 values; got number 9");
    }

    /// The bytes of `docs/trace-format.md`, written down once: whoever changes the layout changes
    /// this, on purpose.
    @Test
    void write_oneRecord_isLaidOutAsDocumented() {
        var event =
                new TraceEvent(
                        0x0102030405060708L, EventKind.LOCK_ACQUIRED, 0x0a0b, 0x11, 0x22, 0x33, -2);
        ByteBuffer bytes = ByteBuffer.allocate(TraceRecord.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        TraceRecord.write(event, bytes, 0);
        assertThat(HexFormat.of().formatHex(bytes.array()))
                .isEqualTo(
                        "0807060504030201"
                                + "2100"
                                + "0b0a"
                                + "11000000"
                                + "22000000"
                                + "33000000"
                                + "feffffffffffffff");
        assertThat(TraceRecord.tryRead(bytes, 0)).contains(event);
    }

    @Test
    void tryRead_unknownKind_isEmpty() {
        ByteBuffer bytes = ByteBuffer.allocate(TraceRecord.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(TraceRecord.KIND, (short) 999);
        assertThat(TraceRecord.tryRead(bytes, 0)).isEmpty();
    }

    @Test
    void kinds_all_haveCodesOfTheirOwn() {
        var codes = new HashSet<Integer>();
        assertThat(EventKind.values()).allMatch(kind -> codes.add(kind.code()));
        assertThat(EventKind.values())
                .allMatch(kind -> EventKind.tryOf(kind.code()).orElseThrow() == kind);
    }

    @Test
    void operations_all_areNumberedInOrderAndNameOneMethodEach() {
        var methods = new HashSet<String>();
        assertThat(Operation.ALL)
                .allMatch(row -> Operation.tryOf(row.number()).orElseThrow().equals(row));
        assertThat(Operation.ALL)
                .allMatch(row -> methods.add(row.owner() + row.method() + row.descriptor()));
        assertThat(Operation.tryOf(0)).isEmpty();
        assertThat(Operation.tryOf(Operation.ALL.size() + 1)).isEmpty();
    }

    @Test
    void fileHeader_always_hasMagicVersionAndRecordSize() {
        byte[] header = TraceFrames.fileHeader(1_000);
        assertThat(header).hasSize(TraceFrames.FILE_HEADER_BYTES);
        assertThat(new String(Arrays.copyOf(header, 8), StandardCharsets.US_ASCII))
                .isEqualTo("NTLEAVE\0");
        assertThat(HexFormat.of().formatHex(header, 8, 12)).isEqualTo("01002000");
    }
}
