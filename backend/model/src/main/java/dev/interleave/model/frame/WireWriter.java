package dev.interleave.model.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// Writes the primitives of the wire format, little-endian, into a growing buffer. Not thread-safe.
public final class WireWriter {
    private ByteBuffer buffer = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    /// Writes one byte.
    public WireWriter u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    /// Writes a constant by its ordinal, in one byte.
    @SuppressWarnings("EnumOrdinal") // these enums say that their ordinal travels
    public WireWriter constant(Enum<?> constant) {
        return u8(constant.ordinal());
    }

    /// Writes two bytes.
    public WireWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    /// Writes four bytes.
    public WireWriter i32(int value) {
        room(4).putInt(value);
        return this;
    }

    /// Writes eight bytes.
    public WireWriter i64(long value) {
        room(8).putLong(value);
        return this;
    }

    /// Writes a length in four bytes, then that many bytes.
    public WireWriter blob(byte[] bytes) {
        i32(bytes.length);
        return raw(bytes);
    }

    /// Writes bytes without a length.
    public WireWriter raw(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    /// Writes a text: its length in UTF-8 bytes in four bytes, then those.
    public WireWriter text(String text) {
        return blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes how many there are, then each.
    public <T> WireWriter list(List<T> items, BiConsumer<WireWriter, T> each) {
        i32(items.size());
        items.forEach(item -> each.accept(this, item));
        return this;
    }

    /// What has been written.
    public byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(buffer.capacity() * 2, Math.addExact(buffer.position(), bytes));
            buffer =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
        return buffer;
    }
}
