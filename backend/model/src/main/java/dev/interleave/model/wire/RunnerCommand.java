package dev.interleave.model.wire;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.run.RunLimits;

/// What the server tells a runner.
public sealed interface RunnerCommand {
    /// Run this program.
    ///
    /// @param limits what it may use
    /// @param program the program, as [dev.interleave.model.program.ProgramCodec] writes it
    record StartRun(RunLimits limits, Bytes program) implements RunnerCommand {}

    /// Send everything recorded so far and exit.
    record StopRun() implements RunnerCommand {}

    /// The command as it travels.
    default Frame toFrame() {
        return switch (this) {
            case StartRun(RunLimits limits, Bytes program) ->
                    Frame.of(
                            FrameType.START_RUN,
                            new WireWriter()
                                    .i32(limits.wallMillis())
                                    .i32(limits.cpuMillis())
                                    .i64(limits.heapBytes())
                                    .i32(limits.threads())
                                    .i32(limits.lanes())
                                    .i64(limits.events())
                                    .i64(limits.outputBytes())
                                    .raw(program.array())
                                    .toBytes());
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
                            Bytes.wrap(in.rest()));
            case FrameType.STOP_RUN -> new StopRun();
            default -> throw new WireException("no runner command has the type " + frame.type());
        };
    }
}
