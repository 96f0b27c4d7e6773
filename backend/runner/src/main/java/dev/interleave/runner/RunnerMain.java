package dev.interleave.runner;

import dev.interleave.model.wire.Frame;
import dev.interleave.model.wire.FrameReader;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.probe.Pipes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Boots, says that it is ready, takes one program over file descriptor 4, runs it, tells
/// everything over file descriptor 3, and ends. With `--verify` it runs a small program of its own
/// instead and says whether the probes work.
public final class RunnerMain {
    private RunnerMain() {}

    /// See the class.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1 && arguments[0].equals("--verify")) {
            SelfCheck.run();
            return;
        }
        Warmup.run();
        var commands = new FrameReader(Pipes.fromServer(), Frame.MAX_PAYLOAD_BYTES);
        OutputStream reports = Pipes.toServer();
        reports.write(new RunnerReport.Ready(RunnerReport.PROTOCOL).toFrame().toBytes());
        Optional<Frame> first = commands.next();
        if (first.isEmpty()) {
            return; // the server needs this runner no more
        }
        if (RunnerCommand.read(first.get()) instanceof RunnerCommand.StartRun start) {
            LiveRun run = LiveRun.start(start, reports);
            awaitStop(commands);
            run.stop();
        }
    }

    /// Returns when the server says stop, or is gone.
    private static void awaitStop(FrameReader commands) {
        try {
            commands.next();
        } catch (IOException e) {
            // The pipe broke: the server is gone, which means stop as well.
        }
    }
}
