package dev.interleave.model.wire;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.run.Diagnostic;

import java.util.List;

/// What a compiler answers to a source.
public sealed interface CompilerReply {
    /// What the compiler says about the source, in the order of its lines.
    List<Diagnostic> diagnostics();

    /// The source compiles.
    ///
    /// @param diagnostics warnings
    /// @param program the program, as [dev.interleave.model.program.ProgramCodec] writes it
    record Compiled(List<Diagnostic> diagnostics, Bytes program) implements CompilerReply {
        /// Copies the list.
        public Compiled {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// The source has errors.
    ///
    /// @param diagnostics errors and warnings; at least one error
    record Rejected(List<Diagnostic> diagnostics) implements CompilerReply {
        /// Copies the list.
        public Rejected {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// The reply as it travels.
    default Frame toFrame() {
        return switch (this) {
            case Compiled(List<Diagnostic> diagnostics, Bytes program) ->
                    Frame.of(
                            FrameType.COMPILED,
                            new WireWriter()
                                    .list(diagnostics, CompilerReply::write)
                                    .raw(program.array())
                                    .toBytes());
            case Rejected(List<Diagnostic> diagnostics) ->
                    Frame.of(
                            FrameType.REJECTED,
                            new WireWriter().list(diagnostics, CompilerReply::write).toBytes());
        };
    }

    /// Reads a reply.
    static CompilerReply read(Frame frame) {
        WireReader in = frame.reader();
        return switch (frame.type()) {
            case FrameType.COMPILED ->
                    new Compiled(in.list(CompilerReply::diagnostic), Bytes.wrap(in.rest()));
            case FrameType.REJECTED -> {
                var rejected = new Rejected(in.list(CompilerReply::diagnostic));
                in.end();
                yield rejected;
            }
            default -> throw new WireException("no compiler reply has the type " + frame.type());
        };
    }

    private static void write(WireWriter out, Diagnostic it) {
        out.i32(it.line())
                .i32(it.column())
                .i32(it.endLine())
                .i32(it.endColumn())
                .constant(it.severity())
                .text(it.message());
    }

    private static Diagnostic diagnostic(WireReader in) {
        return new Diagnostic(
                in.i32(),
                in.i32(),
                in.i32(),
                in.i32(),
                in.constant(Diagnostic.Severity.class),
                in.text());
    }
}
