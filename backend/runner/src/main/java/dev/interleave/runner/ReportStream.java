package dev.interleave.runner;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes frames to the server. Confined to the drain's thread.
final class ReportStream {
    private final OutputStream out;

    ReportStream(OutputStream out) {
        this.out = out;
    }

    void write(Frame frame) throws IOException {
        out.write(frame.toBytes());
    }

    /// Writes a batch of records that lies in `batch` behind room for a frame's header, without
    /// copying it.
    void writeEvents(byte[] batch, int recordBytes) throws IOException {
        ByteBuffer.wrap(batch)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, recordBytes)
                .putInt(4, FrameType.EVENTS);
        out.write(batch, 0, Frame.HEADER_BYTES + recordBytes);
    }

    /// Hands what was written on to the server.
    void flush() throws IOException {
        out.flush();
    }
}
