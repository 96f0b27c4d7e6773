package dev.interleave.model.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The unit of every byte stream here: a header of eight bytes (length of the payload, type, three
/// zero bytes), the payload, and zero bytes up to the next multiple of eight, so that records stay
/// aligned.
///
/// @param type what the payload is: see [FrameType]
/// @param payload the payload; not copied
public record Frame(int type, Bytes payload) {
    /// Size of the header in bytes.
    public static final int HEADER_BYTES = 8;

    /// The longest payload of any frame, in bytes: a compiled program may be large, nothing else
    /// is.
    public static final int MAX_PAYLOAD_BYTES = 16 << 20;

    /// A frame of the given type that carries `payload`.
    public static Frame of(int type, byte[] payload) {
        return new Frame(type, Bytes.wrap(payload));
    }

    /// How many bytes a payload of the given length takes with header and padding.
    public static int sizeOf(int payloadBytes) {
        return HEADER_BYTES + ((payloadBytes + 7) & ~7);
    }

    /// The frame as it travels.
    public byte[] toBytes() {
        return ByteBuffer.allocate(sizeOf(payload.size()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(payload.size())
                .put((byte) type)
                .put(new byte[3])
                .put(payload.array())
                .array();
    }

    /// A reader of the payload.
    public WireReader reader() {
        return new WireReader(payload.array());
    }
}
