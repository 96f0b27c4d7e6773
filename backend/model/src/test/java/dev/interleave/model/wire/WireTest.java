package dev.interleave.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Extent;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.program.Site;
import dev.interleave.model.program.Variable;
import dev.interleave.model.program.Weaving;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class WireTest {
    static Stream<RunnerReport> reports() {
        return Stream.of(
                new RunnerReport.Ready(1),
                new RunnerReport.Traced(Frame.of(FrameType.EVENTS, new byte[32])),
                new RunnerReport.Found(
                        new Finding(
                                FindingKind.DEADLOCK, "a waits for b", List.of(3, 4), List.of(1))),
                new RunnerReport.Found(race()),
                new RunnerReport.Searching(searched(0, "PCT, depth 2")),
                new RunnerReport.Searched(searched(132, "")),
                new RunnerReport.Scheduled("1.0badcafe1234.AAA"),
                new RunnerReport.Ended(new RunOutcome.Completed("done")),
                new RunnerReport.Ended(new RunOutcome.Threw("x")),
                new RunnerReport.Ended(new RunOutcome.Deadlocked("x")),
                new RunnerReport.Ended(new RunOutcome.TimedOut("x")),
                new RunnerReport.Ended(new RunOutcome.OverLimit(Limit.NATIVE_MEMORY, "x")),
                new RunnerReport.Ended(new RunOutcome.NotCompiled("x")),
                new RunnerReport.Ended(new RunOutcome.Stopped("x")),
                new RunnerReport.Ended(new RunOutcome.RunnerLost("x")));
    }

    private static Finding race() {
        return new Finding(
                FindingKind.DATA_RACE,
                "a writes x, and b reads it",
                List.of(3, 4),
                List.of(1, 2),
                List.of(
                        new Finding.Access(
                                1,
                                3,
                                true,
                                "5",
                                List.of("lock", "other"),
                                List.of(new Finding.Call("A.run", 3), new Finding.Call("b", 9))),
                        new Finding.Access(2, 4, false, "", List.of(), List.of())),
                "Guard both with the same lock.");
    }

    private static SearchSummary searched(long firstFailure, String strategy) {
        long failing = firstFailure == 0 ? 0 : 3;
        return new SearchSummary(
                1L << 40,
                7,
                failing,
                firstFailure == 0 ? Extent.ALL : Extent.PART,
                firstFailure,
                2,
                firstFailure > 0,
                -1,
                220,
                strategy);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void report_writtenAndRead_isTheSame(RunnerReport report) throws IOException {
        assertThat(RunnerReport.read(throughStream(report.toFrame()))).isEqualTo(report);
    }

    static Stream<RunnerCommand> commands() {
        return Stream.of(
                new RunnerCommand.StartRun(
                        RunLimits.DEFAULT.withWallMillis(1_234),
                        Optional.empty(),
                        Bytes.wrap(new byte[] {1, 2, 3})),
                new RunnerCommand.StartRun(
                        RunLimits.DEFAULT,
                        Optional.of(control(Optional.of("0badcafe.3-1"))),
                        Bytes.wrap(new byte[] {1, 2, 3})),
                new RunnerCommand.StartRun(
                        RunLimits.DEFAULT,
                        Optional.of(control(Optional.empty())),
                        Bytes.wrap(new byte[0])),
                new RunnerCommand.StopRun());
    }

    private static Control control(Optional<String> schedule) {
        return new Control(
                schedule.isEmpty(),
                "0badcafe",
                Long.MIN_VALUE,
                StrategyKind.SURW,
                schedule,
                schedule.isEmpty(),
                Control.MAX_SCHEDULES);
    }

    @ParameterizedTest
    @EnumSource(Weaving.class)
    void request_writtenAndRead_isTheSame(Weaving weaving) throws IOException {
        var request = new CompileRequest("int i;", weaving);
        assertThat(CompileRequest.read(throughStream(request.toFrame()))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_writtenAndRead_isTheSame(RunnerCommand command) throws IOException {
        assertThat(RunnerCommand.read(throughStream(command.toFrame()))).isEqualTo(command);
    }

    static Stream<CompilerReply> replies() {
        var warning = new Diagnostic(1, 2, 3, 4, Diagnostic.Severity.WARNING, "hm");
        return Stream.of(
                new CompilerReply.Compiled(List.of(warning), Bytes.wrap(new byte[] {9})),
                new CompilerReply.Rejected(List.of(warning, warning)));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void reply_writtenAndRead_isTheSame(CompilerReply reply) throws IOException {
        assertThat(CompilerReply.read(throughStream(reply.toFrame()))).isEqualTo(reply);
    }

    @Test
    void program_writtenAndRead_isTheSame() {
        var program =
                new Program(
                        List.of(new ClassBytes("Main", Bytes.wrap(new byte[] {1, 2}))),
                        List.of(new EntryPoint("Main", "main")),
                        List.of(new Site(1, "", "main")),
                        List.of("lock"),
                        List.of(new Variable(Variable.VOLATILE, 'I', "Main.count")));
        assertThat(ProgramCodec.read(ProgramCodec.write(program))).isEqualTo(program);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 31, 32})
    void frame_anyLength_isPaddedToEightAndReadBack(int length) throws IOException {
        var payload = new byte[length];
        Arrays.fill(payload, (byte) 7);
        byte[] bytes = Frame.of(5, payload).toBytes();
        assertThat(bytes.length % 8).isZero();
        assertThat(throughStream(Frame.of(5, payload)).payload().array()).isEqualTo(payload);
    }

    @Test
    void next_streamEndsBetweenFrames_isEmpty() throws IOException {
        assertThat(new FrameReader(new ByteArrayInputStream(new byte[0]), 100).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 12})
    void next_streamEndsInsideFrame_isAnError(int cut) {
        byte[] bytes = Arrays.copyOf(Frame.of(5, new byte[16]).toBytes(), cut);
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(bytes), 100).next())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void next_frameAboveLimit_isRefusedWithLimitAndActual() {
        byte[] bytes = Frame.of(5, new byte[101]).toBytes();
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(bytes), 100).next())
                .isInstanceOf(WireException.class)
                .hasMessage("frame of type 5 says 101 bytes; the limit is 100");
    }

    @Test
    void next_negativeLength_isRefused() {
        byte[] bytes = {-1, -1, -1, -1, 5, 0, 0, 0};
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(bytes), 100).next())
                .isInstanceOf(WireException.class);
    }

    @Test
    void list_countAboveWhatIsLeft_isRefusedBeforeAnythingIsMade() {
        byte[] bytes = new WireWriter().i32(Integer.MAX_VALUE).toBytes();
        assertThatThrownBy(() -> new WireReader(bytes).list(WireReader::u8))
                .isInstanceOf(WireException.class);
    }

    @Test
    void read_trailingBytes_areRefused() {
        byte[] payload = new WireWriter().i32(1).i32(2).toBytes();
        assertThatThrownBy(() -> RunnerReport.read(Frame.of(FrameType.RUNNER_READY, payload)))
                .isInstanceOf(WireException.class)
                .hasMessage("4 bytes too many");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 6, 0, 0, 0, -1, 0",
        "5, 1, 6, 1, 0, -1, 0",
        "5, 1, 1, 6, 0, -1, 0",
        "5, 1, 1, 0, 0, -1, 0",
        "5, 1, 0, 1, 0, -1, 0",
        "5, 1, 0, 0, -1, -1, 0",
        "5, 1, 0, 0, 0, -2, 0",
        "5, 1, 0, 0, 0, 0, -1",
        "-1, -1, 0, 0, 0, 0, 0",
        "9007199254740992, 0, 0, 0, 0, 0, 0",
    })
    void read_searchThatCantBe_isRefused(
            long schedules,
            long classes,
            long failing,
            long first,
            int preemptions,
            long remaining,
            long millis) {
        byte[] payload =
                new WireWriter()
                        .i64(schedules)
                        .i64(classes)
                        .i64(failing)
                        .u8(0)
                        .i64(first)
                        .i32(preemptions)
                        .u8(0)
                        .i64(remaining)
                        .i64(millis)
                        .text("PCT")
                        .toBytes();
        assertThatThrownBy(() -> RunnerReport.read(Frame.of(FrameType.RUNNER_SEARCHED, payload)))
                .isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "<b>", "ä", "50%", "a#b", "1,2"})
    void read_scheduleThatIsNoText_isRefused(String text) {
        byte[] payload = new WireWriter().text(text).toBytes();
        assertThatThrownBy(() -> RunnerReport.read(Frame.of(FrameType.RUNNER_SCHEDULED, payload)))
                .isInstanceOf(WireException.class);
    }

    @Test
    void read_scheduleAboveLimit_isRefused() {
        String longest = "a".repeat(Control.MAX_SCHEDULE_CHARACTERS);
        assertThat(Control.isScheduleText(longest)).isTrue();
        byte[] payload = new WireWriter().text(longest + "a").toBytes();
        assertThatThrownBy(() -> RunnerReport.read(Frame.of(FrameType.RUNNER_SCHEDULED, payload)))
                .isInstanceOf(WireException.class)
                .hasMessage("a schedule of 65537 characters is none");
    }

    @Test
    void runLimits_wallOutOfRange_isRefusedWithRangeAndActual() {
        assertThatThrownBy(() -> RunLimits.DEFAULT.withWallMillis(99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wallMillis must be 100 to 60000; it is 99");
    }

    private static Frame throughStream(Frame frame) throws IOException {
        return new FrameReader(new ByteArrayInputStream(frame.toBytes()), Frame.MAX_PAYLOAD_BYTES)
                .next()
                .orElseThrow();
    }
}
