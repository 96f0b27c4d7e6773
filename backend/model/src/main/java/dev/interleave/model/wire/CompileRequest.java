package dev.interleave.model.wire;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.program.Weaving;

/// What a server asks of a compiler.
///
/// @param source the source
/// @param weaving which probes the program gets
public record CompileRequest(String source, Weaving weaving) {
    /// The request as it travels.
    public Frame toFrame() {
        return Frame.of(
                FrameType.COMPILE, new WireWriter().constant(weaving).text(source).toBytes());
    }

    /// Reads a request.
    public static CompileRequest read(Frame frame) {
        if (frame.type() != FrameType.COMPILE) {
            throw new WireException("the compiler got a frame of type " + frame.type());
        }
        WireReader in = frame.reader();
        Weaving weaving = in.constant(Weaving.class);
        var request = new CompileRequest(in.text(), weaving);
        in.end();
        return request;
    }
}
