package dev.interleave.runner;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.wire.RunnerReport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// Does once, before the runner says that it is ready, what every run needs, so that no run waits
/// for it.
///
/// Much of it is in the image's start-up archive, but not the making of lambdas and texts for
/// classes that come later. So a small program is loaded and run as a real one is. It starts no
/// thread: the program's own must be the first.
final class Warmup {
    private Warmup() {}

    static void run() {
        var _ = Operation.ALL.size();
        var _ = new RunnerReport.Ended(new RunOutcome.Completed("")).toFrame().toBytes();
        Entry.of(program()).run();
    }

    private static Program program() {
        String name = WarmupProgram.class.getName();
        try (var in = Warmup.class.getResourceAsStream("WarmupProgram.class")) {
            var type = new ClassBytes(name, Bytes.wrap(Objects.requireNonNull(in).readAllBytes()));
            return new Program(
                    List.of(type),
                    List.of(new EntryPoint(name, "main")),
                    List.of(),
                    List.of(),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read our own class", e);
        }
    }
}
