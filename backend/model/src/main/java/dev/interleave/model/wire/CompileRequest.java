package dev.interleave.model.wire;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;

/// What a server asks of a compiler.
///
/// @param source the source
/// @param recordsMemory whether the program is to record its accesses to memory
public record CompileRequest(String source, boolean recordsMemory) {
    /// The request as it travels.
    public Frame toFrame() {
        return Frame.of(
                FrameType.COMPILE,
                new WireWriter().u8(recordsMemory ? 1 : 0).text(source).toBytes());
    }

    /// Reads a request.
    public static CompileRequest read(Frame frame) {
        if (frame.type() != FrameType.COMPILE) {
            throw new WireException("the compiler got a frame of type " + frame.type());
        }
        WireReader in = frame.reader();
        boolean recordsMemory = in.u8() != 0;
        var request = new CompileRequest(in.text(), recordsMemory);
        in.end();
        return request;
    }
}
