package dev.interleave.model.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Reads frames from a stream whose other end is not trusted. Confined to one thread; whoever owns
/// the stream closes it.
public final class FrameReader {
    private final InputStream in;
    private final int maxPayloadBytes;

    /// A reader that refuses payloads above `maxPayloadBytes`.
    public FrameReader(InputStream in, int maxPayloadBytes) {
        this.in = in;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /// The next frame, or empty at the end of the stream between two frames. The end inside a frame
    /// is an [EOFException]; a bad header is a [WireException].
    public Optional<Frame> next() throws IOException {
        byte[] header = in.readNBytes(Frame.HEADER_BYTES);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < Frame.HEADER_BYTES) {
            throw new EOFException("the stream ended inside a frame header");
        }
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int length = fields.getInt(0);
        int type = Byte.toUnsignedInt(fields.get(4));
        if (length < 0 || length > maxPayloadBytes) {
            throw new WireException(
                    "frame of type "
                            + type
                            + " says "
                            + length
                            + " bytes; the limit is "
                            + maxPayloadBytes);
        }
        int padded = Frame.sizeOf(length) - Frame.HEADER_BYTES;
        byte[] body = in.readNBytes(padded);
        if (body.length < padded) {
            throw new EOFException("the stream ended inside a frame of type " + type);
        }
        return Optional.of(Frame.of(type, length == padded ? body : Arrays.copyOf(body, length)));
    }
}
