package dev.interleave.model.wire;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.run.RunLimits;

import java.util.Optional;

/// What the server tells a runner.
public sealed interface RunnerCommand {
    /// Run this program.
    ///
    /// @param limits what it may use
    /// @param control how its switches are decided; empty to watch those of the real scheduler
    /// @param program the program, as [dev.interleave.model.program.ProgramCodec] writes it
    record StartRun(RunLimits limits, Optional<Control> control, Bytes program)
            implements RunnerCommand {}

    /// Send everything recorded so far and exit.
    record StopRun() implements RunnerCommand {}

    /// The command as it travels.
    default Frame toFrame() {
        return switch (this) {
            case StartRun start -> start(start);
            case StopRun() -> Frame.of(FrameType.STOP_RUN, new byte[0]);
        };
    }

    /// Reads a command.
    static RunnerCommand read(Frame frame) {
        WireReader in = frame.reader();
        return switch (frame.type()) {
            case FrameType.START_RUN ->
                    new StartRun(
                            new RunLimits(
                                    in.i32(), in.i32(), in.i64(), in.i32(), in.i32(), in.i64(),
                                    in.i64()),
                            in.u8() == 0 ? Optional.empty() : Optional.of(control(in)),
                            Bytes.wrap(in.rest()));
            case FrameType.STOP_RUN -> new StopRun();
            default -> throw new WireException("no runner command has the type " + frame.type());
        };
    }

    private static Frame start(StartRun start) {
        RunLimits limits = start.limits();
        WireWriter out =
                new WireWriter()
                        .i32(limits.wallMillis())
                        .i32(limits.cpuMillis())
                        .i64(limits.heapBytes())
                        .i32(limits.threads())
                        .i32(limits.lanes())
                        .i64(limits.events())
                        .i64(limits.outputBytes())
                        .u8(start.control().isPresent() ? 1 : 0);
        start.control().ifPresent(control -> write(out, control));
        return Frame.of(FrameType.START_RUN, out.raw(start.program().array()).toBytes());
    }

    private static void write(WireWriter out, Control control) {
        out.u8(control.isSearch() ? 1 : 0)
                .text(control.program())
                .i64(control.seed())
                .constant(control.strategy())
                .text(control.schedule().orElse(""))
                .u8(control.countsAll() ? 1 : 0)
                .i32(control.maxSchedules());
    }

    private static Control control(WireReader in) {
        return new Control(
                in.u8() != 0,
                in.text(),
                in.i64(),
                in.constant(StrategyKind.class),
                Optional.of(in.text()).filter(text -> !text.isEmpty()),
                in.u8() != 0,
                in.i32());
    }
}
