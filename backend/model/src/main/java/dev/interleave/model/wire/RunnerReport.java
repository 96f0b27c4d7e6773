package dev.interleave.model.wire;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Extent;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunOutcome;

/// What a runner tells the server. Nothing in it is to be believed without a check.
public sealed interface RunnerReport {
    /// Booted, waiting for a program.
    ///
    /// @param protocol the version of this protocol it speaks
    record Ready(int protocol) implements RunnerReport {}

    /// A piece of the trace, to be checked and passed on as it is.
    ///
    /// @param frame the frame
    record Traced(Frame frame) implements RunnerReport {}

    /// Something is wrong with the program.
    ///
    /// @param finding what
    record Found(Finding finding) implements RunnerReport {}

    /// A search goes on; at most ten times a second.
    ///
    /// @param summary how far it has come
    record Searching(SearchSummary summary) implements RunnerReport {}

    /// A search is over; what is traced and found from here on belongs to the schedule it reports.
    ///
    /// @param summary how it came out
    record Searched(SearchSummary summary) implements RunnerReport {}

    /// Which schedule the reported run followed.
    ///
    /// @param schedule its text, as [Control#isScheduleText] allows it
    record Scheduled(String schedule) implements RunnerReport {}

    /// The run is over; the runner exits.
    ///
    /// @param outcome how it ended
    record Ended(RunOutcome outcome) implements RunnerReport {}

    /// The version of this protocol.
    int PROTOCOL = 3;

    /// The report as it travels.
    default Frame toFrame() {
        return switch (this) {
            case Ready(int protocol) ->
                    Frame.of(FrameType.RUNNER_READY, new WireWriter().i32(protocol).toBytes());
            case Traced(Frame frame) -> frame;
            case Found(Finding finding) ->
                    Frame.of(
                            FrameType.RUNNER_FOUND,
                            new WireWriter()
                                    .constant(finding.kind())
                                    .text(finding.message())
                                    .list(finding.lines(), WireWriter::i32)
                                    .list(finding.lanes(), WireWriter::i32)
                                    .list(finding.accesses(), RunnerReport::write)
                                    .text(finding.advice())
                                    .toBytes());
            case Searching(SearchSummary summary) ->
                    Frame.of(FrameType.RUNNER_SEARCHING, bytes(summary));
            case Searched(SearchSummary summary) ->
                    Frame.of(FrameType.RUNNER_SEARCHED, bytes(summary));
            case Scheduled(String schedule) ->
                    Frame.of(FrameType.RUNNER_SCHEDULED, new WireWriter().text(schedule).toBytes());
            case Ended(RunOutcome outcome) ->
                    Frame.of(
                            FrameType.RUNNER_ENDED,
                            new WireWriter()
                                    .u8(code(outcome))
                                    .constant(
                                            outcome instanceof RunOutcome.OverLimit over
                                                    ? over.limit()
                                                    : Limit.HEAP)
                                    .text(outcome.text())
                                    .toBytes());
        };
    }

    /// Reads a report.
    static RunnerReport read(Frame frame) {
        if (frame.type() < FrameType.FIRST_CONTROL) {
            return new Traced(frame);
        }
        WireReader in = frame.reader();
        RunnerReport report =
                switch (frame.type()) {
                    case FrameType.RUNNER_READY -> new Ready(in.i32());
                    case FrameType.RUNNER_FOUND ->
                            new Found(
                                    new Finding(
                                            in.constant(FindingKind.class),
                                            in.text(),
                                            in.list(WireReader::i32),
                                            in.list(WireReader::i32),
                                            in.list(RunnerReport::access),
                                            in.text()));
                    case FrameType.RUNNER_ENDED ->
                            new Ended(outcome(in.u8(), in.constant(Limit.class), in.text()));
                    case FrameType.RUNNER_SEARCHING -> new Searching(summary(in));
                    case FrameType.RUNNER_SEARCHED -> new Searched(summary(in));
                    case FrameType.RUNNER_SCHEDULED -> new Scheduled(schedule(in.text()));
                    default ->
                            throw new WireException(
                                    "no runner report has the type " + frame.type());
                };
        in.end();
        return report;
    }

    private static void write(WireWriter out, Finding.Access access) {
        var _ =
                out.i32(access.lane())
                        .i32(access.line())
                        .u8(access.isWrite() ? 1 : 0)
                        .text(access.value())
                        .list(access.holds(), WireWriter::text)
                        .list(
                                access.stack(),
                                (to, call) -> to.text(call.method()).i32(call.line()));
    }

    private static Finding.Access access(WireReader in) {
        return new Finding.Access(
                in.i32(),
                in.i32(),
                in.u8() != 0,
                in.text(),
                in.list(WireReader::text),
                in.list(from -> new Finding.Call(from.text(), from.i32())));
    }

    private static byte[] bytes(SearchSummary summary) {
        return new WireWriter()
                .i64(summary.schedules())
                .i64(summary.classes())
                .i64(summary.failing())
                .u8(summary.extent().number())
                .i64(summary.firstFailure())
                .i32(summary.preemptions())
                .u8(summary.isInTurn() ? 1 : 0)
                .i64(summary.remaining())
                .i64(summary.millis())
                .text(summary.strategy())
                .toBytes();
    }

    private static SearchSummary summary(WireReader in) {
        try {
            return new SearchSummary(
                    in.i64(),
                    in.i64(),
                    in.i64(),
                    Extent.of(in.u8()),
                    in.i64(),
                    in.i32(),
                    in.u8() != 0,
                    in.i64(),
                    in.i64(),
                    in.text());
        } catch (IllegalArgumentException e) {
            throw new WireException("a search can't have come so far: " + e.getMessage());
        }
    }

    private static String schedule(String text) {
        if (!Control.isScheduleText(text)) {
            throw new WireException("a schedule of " + text.length() + " characters is none");
        }
        return text;
    }

    private static int code(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Completed _ -> 0;
            case RunOutcome.Threw _ -> 1;
            case RunOutcome.Deadlocked _ -> 2;
            case RunOutcome.TimedOut _ -> 3;
            case RunOutcome.OverLimit _ -> 4;
            case RunOutcome.NotCompiled _ -> 5;
            case RunOutcome.Stopped _ -> 6;
            case RunOutcome.RunnerLost _ -> 7;
        };
    }

    private static RunOutcome outcome(int code, Limit limit, String text) {
        return switch (code) {
            case 0 -> new RunOutcome.Completed(text);
            case 1 -> new RunOutcome.Threw(text);
            case 2 -> new RunOutcome.Deadlocked(text);
            case 3 -> new RunOutcome.TimedOut(text);
            case 4 -> new RunOutcome.OverLimit(limit, text);
            case 5 -> new RunOutcome.NotCompiled(text);
            case 6 -> new RunOutcome.Stopped(text);
            case 7 -> new RunOutcome.RunnerLost(text);
            default -> throw new WireException("no outcome has the number " + code);
        };
    }
}
