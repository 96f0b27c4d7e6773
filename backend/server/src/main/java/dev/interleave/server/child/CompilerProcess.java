package dev.interleave.server.child;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.sandbox.ConfinedProcess;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// One warm compiler. Compiles one source at a time; confined to whoever has taken it.
final class CompilerProcess implements AutoCloseable {
    private final ConfinedProcess process;
    private final Stderr stderr;
    private final FrameReader replies;
    private int compilations;

    private CompilerProcess(ConfinedProcess process) {
        this.process = process;
        this.stderr = Stderr.of(process.stderr());
        this.replies =
                new FrameReader(
                        new BufferedInputStream(process.fromChild()), Frame.MAX_PAYLOAD_BYTES);
    }

    /// Waits until the compiler is warm. One that is not in time is closed and an [IOException].
    static CompilerProcess boot(ConfinedProcess process, Duration patience) throws IOException {
        var compiler = new CompilerProcess(process);
        try (var _ = Deadline.after(patience, process::kill)) {
            Optional<Frame> first = compiler.replies.next();
            if (first.filter(frame -> frame.type() == FrameType.COMPILER_READY).isPresent()) {
                return compiler;
            }
        } catch (IOException | WireException e) {
            compiler.close();
            throw new IOException("the compiler did not come up: " + compiler.stderr.text(), e);
        }
        compiler.close();
        throw new IOException("the compiler did not come up: " + compiler.stderr.text());
    }

    /// Compiles a source. A compiler that dies over it, or is killed for taking longer than
    /// `patience`, is an [IOException].
    CompilerReply compile(CompileRequest request, Duration patience) throws IOException {
        compilations++;
        try (var _ = Deadline.after(patience, process::kill)) {
            process.toChild().write(request.toFrame().toBytes());
            process.toChild().flush();
            return CompilerReply.read(
                    replies.next()
                            .orElseThrow(
                                    () -> new IOException("the compiler died: " + stderr.text())));
        }
    }

    /// How many sources it has compiled.
    int compilations() {
        return compilations;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Duration cpuTime() {
        return process.cpuTime();
    }

    @Override
    public void close() {
        process.close();
    }
}
