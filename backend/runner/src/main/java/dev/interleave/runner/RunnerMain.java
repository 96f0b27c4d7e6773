package dev.interleave.runner;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.probe.Pipes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Boots, says that it is ready, takes one program over file descriptor 4, runs it, tells
/// everything over file descriptor 3, and ends. With `--verify` it runs a small program of its own
/// instead and says whether the probes work.
public final class RunnerMain {
    private RunnerMain() {}

    /// See the class.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("--verify")) {
            SelfCheck.run();
            return;
        }
        Warmup.run();
        InputStream fromServer = Pipes.fromServer();
        OutputStream reports = Pipes.toServer();
        reports.write(new RunnerReport.Ready(RunnerReport.PROTOCOL).toFrame().toBytes());
        Optional<Frame> first = new FrameReader(fromServer, Frame.MAX_PAYLOAD_BYTES).next();
        if (first.isPresent()
                && RunnerCommand.read(first.get()) instanceof RunnerCommand.StartRun start) {
            LiveRun.run(start, fromServer, reports);
        }
    }
}
