package dev.interleave.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.ThreadState;
import dev.interleave.model.trace.TraceEvent;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.ObjectNamed;
import dev.interleave.model.trace.TraceFrames.Output;
import dev.interleave.model.trace.TraceRecord;
import dev.interleave.server.run.RunSummary.LaneSummary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

class TraceCheckTest {
    private static final int LANES = 4;
    private static final int EVENTS = 8;
    private static final int OUTPUT_BYTES = 16;
    private static final int VARIABLES = 2;
    private static final int SITES = 3;
    private static final int LOCK = operation("ReentrantLock.lock");

    private final TraceCheck check =
            new TraceCheck(
                    new RunLimits(1_000, 1_000, 1 << 20, 4, LANES, EVENTS, OUTPUT_BYTES),
                    SITES,
                    VARIABLES);

    private static int operation(String label) {
        return Operation.ALL.stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static Frame lane(int number) {
        return lane(number, 0);
    }

    private static Frame lane(int number, int parent) {
        return TraceFrames.lane(
                new LaneNamed(number, parent, LaneKind.PLATFORM, false, "t" + number));
    }

    private static Frame object(int number) {
        return TraceFrames.object(new ObjectNamed(number, "java.lang.Object", "lock"));
    }

    private static Frame output(int lane, long offset, String text) {
        return output(lane, 5, offset, text);
    }

    private static Frame output(int lane, long nanos, long offset, String text) {
        return TraceFrames.output(
                new Output(
                        lane,
                        nanos,
                        false,
                        offset,
                        Bytes.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static TraceEvent event(int lane, EventKind kind) {
        return new TraceEvent(10, kind, 0, lane, 0, 0, 0);
    }

    private static TraceEvent event(int lane, EventKind kind, int operation) {
        return new TraceEvent(10, kind, operation, lane, 0, 0, 0);
    }

    private static Frame events(TraceEvent... events) {
        return TraceFrames.events(List.of(events));
    }

    private static Frame eventWithCode(int code) {
        byte[] record = events(event(1, EventKind.THREAD_BEGAN)).payload().array();
        ByteBuffer.wrap(record)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(TraceRecord.KIND, (short) code);
        return Frame.of(FrameType.EVENTS, record);
    }

    private void assertLie(Frame frame, String text) {
        assertThatThrownBy(() -> check.accept(frame))
                .isInstanceOf(WireException.class)
                .hasMessage(text);
    }

    @Test
    void accept_honestTrace_isCountedAndKept() {
        check.accept(lane(1));
        check.accept(lane(2, 1));
        check.accept(object(1));
        check.accept(
                events(
                        event(1, EventKind.THREAD_BEGAN),
                        new TraceEvent(20, EventKind.MONITOR_ENTERED, 0, 1, 1, SITES, -7)));
        check.accept(output(2, 0, "héllo"));
        check.accept(output(0, 6, "!\n"));

        assertThat(check.events()).isEqualTo(2);
        assertThat(check.laneCount()).isEqualTo(2);
        assertThat(check.output()).isEqualTo("héllo!\n");
    }

    @Test
    void lanes_threadsAtTheirEnds_haveTheirEndStates() {
        check.accept(lane(1));
        check.accept(lane(2, 1));
        check.accept(lane(3, 1));
        check.accept(
                events(
                        event(1, EventKind.THREAD_BEGAN),
                        event(2, EventKind.LOCK_BEGAN, LOCK),
                        event(2, EventKind.PARK_BEGAN),
                        event(1, EventKind.THREAD_ENDED)));

        assertThat(check.lanes())
                .containsExactly(
                        new LaneSummary(1, "t1", LaneKind.PLATFORM, ThreadState.TERMINATED),
                        new LaneSummary(2, "t2", LaneKind.PLATFORM, ThreadState.BLOCKED),
                        new LaneSummary(3, "t3", LaneKind.PLATFORM, ThreadState.STARTED));
    }

    @Test
    void lanes_parkAfterTheLockWasTaken_isPlainlyParked() {
        check.accept(lane(1));
        check.accept(
                events(
                        event(1, EventKind.LOCK_BEGAN, LOCK),
                        event(1, EventKind.LOCK_ACQUIRED, LOCK),
                        event(1, EventKind.PARK_BEGAN)));

        assertThat(check.lanes())
                .extracting(LaneSummary::endState)
                .containsExactly(ThreadState.PARKED);
    }

    @Test
    void lanes_renamed_haveTheLastName() {
        check.accept(lane(1));
        check.accept(TraceFrames.lane(new LaneNamed(1, 0, LaneKind.PLATFORM, false, "renamed")));

        assertThat(check.lanes()).extracting(LaneSummary::name).containsExactly("renamed");
    }

    @Test
    void lanes_announcedOutOfOrder_areInTheirOrder() {
        check.accept(lane(3));
        check.accept(lane(1));

        assertThat(check.lanes()).extracting(LaneSummary::id).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                FrameType.SITES,
                FrameType.OPERATIONS,
                7,
                FrameType.RUNNER_READY,
                FrameType.START_RUN,
                255
            })
    void accept_typeNoRunnerSends_isALie(int type) {
        assertLie(Frame.of(type, new byte[0]), "a runner sends no frame of type " + type);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 49, 255, 256, 65_535})
    void accept_eventWithUnknownCode_isALie(int code) {
        check.accept(lane(1));

        assertLie(eventWithCode(code), "no event has the code " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, Integer.MAX_VALUE})
    void accept_eventOfUnknownLane_isALie(int lane) {
        check.accept(lane(1));

        assertLie(events(event(lane, EventKind.THREAD_BEGAN)), "a runner sent the lane " + lane);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    void accept_eventOfUnknownObject_isALie(int object) {
        check.accept(lane(1));
        check.accept(object(1));

        assertLie(
                events(new TraceEvent(1, EventKind.MONITOR_ENTERED, 0, 1, object, 0, 0)),
                "a runner sent the object " + object);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, SITES + 1, Integer.MIN_VALUE})
    void accept_eventAtUnknownSite_isALie(int site) {
        check.accept(lane(1));

        assertLie(
                events(new TraceEvent(1, EventKind.THREAD_BEGAN, 0, 1, 0, site, 0)),
                "a runner sent the site " + site);
    }

    @Test
    void accept_eventWithTheLastOperation_isTaken() {
        check.accept(lane(1));
        check.accept(events(event(1, EventKind.CALL_MADE, Operation.ALL.size())));

        assertThat(check.events()).isEqualTo(1);
    }

    @Test
    void accept_eventWithUnknownOperation_isALie() {
        int operation = Operation.ALL.size() + 1;
        check.accept(lane(1));

        assertLie(
                events(event(1, EventKind.CALL_MADE, operation)),
                "a runner sent the operation " + operation);
    }

    @Test
    void accept_eventBeforeTheRun_isALie() {
        check.accept(lane(1));

        assertLie(
                events(new TraceEvent(-1, EventKind.THREAD_BEGAN, 0, 1, 0, 0, 0)),
                "a runner sent the time -1");
    }

    @Test
    void accept_lieBehindAnHonestEvent_isFound() {
        check.accept(lane(1));

        assertLie(
                events(event(1, EventKind.THREAD_BEGAN), event(9, EventKind.THREAD_BEGAN)),
                "a runner sent the lane 9");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 33, 63})
    void accept_batchOfBrokenRecords_isALie(int bytes) {
        assertLie(
                Frame.of(FrameType.EVENTS, new byte[bytes]),
                "a runner sent the length of a batch " + bytes);
    }

    @Test
    void accept_emptyBatch_isTaken() {
        check.accept(Frame.of(FrameType.EVENTS, new byte[0]));

        assertThat(check.events()).isZero();
    }

    @Test
    void accept_eventsUpToTwiceTheLimit_areTaken() {
        check.accept(lane(1));
        check.accept(
                TraceFrames.events(
                        Collections.nCopies(2 * EVENTS, event(1, EventKind.THREAD_YIELDED))));

        assertThat(check.events()).isEqualTo(2 * EVENTS);
    }

    @Test
    void accept_eventsBeyondTwiceTheLimitInSeveralBatches_areALie() {
        check.accept(lane(1));
        check.accept(
                TraceFrames.events(
                        Collections.nCopies(2 * EVENTS, event(1, EventKind.THREAD_YIELDED))));

        assertLie(
                events(event(1, EventKind.THREAD_YIELDED)),
                "a runner sent the number of events 17");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2 * LANES + 1, 1_000_000, Integer.MAX_VALUE})
    void accept_laneOutOfRange_isALieThatAllocatesNothing(int lane) {
        assertLie(lane(lane), "a runner sent the lane " + lane);
        assertThat(check.laneCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2 * LANES + 1})
    void accept_parentOutOfRange_isALie(int parent) {
        assertLie(lane(1, parent), "a runner sent the parent lane " + parent);
    }

    @Test
    void accept_laneFrameCutShort_isALie() {
        assertThatThrownBy(() -> check.accept(Frame.of(FrameType.LANE_NAMED, new byte[5])))
                .isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2 * EVENTS + 1})
    void accept_objectOutOfRange_isALie(int object) {
        assertLie(object(object), "a runner sent the object " + object);
    }

    @Test
    void accept_outputWithAGap_isALie() {
        check.accept(output(0, 0, "abc"));

        assertLie(output(0, 4, "d"), "a runner sent the offset of output 4");
    }

    @Test
    void accept_outputTwice_isALie() {
        check.accept(output(0, 0, "abc"));

        assertLie(output(0, 0, "abc"), "a runner sent the offset of output 0");
    }

    @Test
    void accept_outputUpToTheLimit_isTaken() {
        check.accept(output(0, 0, "x".repeat(OUTPUT_BYTES)));

        assertThat(check.output()).hasSize(OUTPUT_BYTES);
    }

    @Test
    void accept_outputBeyondTheLimit_isALie() {
        check.accept(output(0, 0, "x".repeat(OUTPUT_BYTES)));

        assertLie(output(0, OUTPUT_BYTES, "y"), "a runner sent the bytes of output 16");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void accept_outputOfUnknownLane_isALie(int lane) {
        check.accept(lane(1));

        assertLie(output(lane, 0, "x"), "a runner sent the lane of output " + lane);
    }

    @Test
    void accept_outputBeforeTheRun_isALie() {
        assertLie(output(0, -1, 0, "x"), "a runner sent the time of output -1");
    }
}
