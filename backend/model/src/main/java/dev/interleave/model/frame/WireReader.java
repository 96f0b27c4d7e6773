package dev.interleave.model.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads the primitives of the wire format. Every length is checked before it is believed; what is
/// too short or too long is a [WireException]. Not thread-safe.
public final class WireReader {
    private final ByteBuffer buffer;

    /// A reader of all of `bytes`.
    public WireReader(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Reads one byte, 0 to 255.
    public int u8() {
        return Byte.toUnsignedInt(need(1).get());
    }

    /// Reads two bytes, 0 to 65,535.
    public int u16() {
        return Short.toUnsignedInt(need(2).getShort());
    }

    /// Reads four bytes.
    public int i32() {
        return need(4).getInt();
    }

    /// Reads eight bytes.
    public long i64() {
        return need(8).getLong();
    }

    /// Reads a length and that many bytes.
    public byte[] blob() {
        int length = count("blob");
        var bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    /// Reads a text; malformed UTF-8 becomes replacement characters.
    public String text() {
        return new String(blob(), StandardCharsets.UTF_8);
    }

    /// Reads a constant of `type` by its ordinal.
    public <E extends Enum<E>> E constant(Class<E> type) {
        int ordinal = u8();
        E[] constants = type.getEnumConstants();
        if (ordinal >= constants.length) {
            throw new WireException(
                    type.getSimpleName()
                            + " has "
                            + constants.length
                            + " values; got number "
                            + ordinal);
        }
        return constants[ordinal];
    }

    /// Reads a count and that many items.
    public <T> List<T> list(Function<WireReader, T> each) {
        int count = count("list");
        var items = new ArrayList<T>(Math.min(count, 1_024));
        for (int i = 0; i < count; i++) {
            items.add(each.apply(this));
        }
        return items;
    }

    /// Everything that is left.
    public byte[] rest() {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /// Checks that nothing is left.
    public void end() {
        if (buffer.hasRemaining()) {
            throw new WireException(buffer.remaining() + " bytes too many");
        }
    }

    private int count(String what) {
        int count = i32();
        if (count < 0 || count > buffer.remaining()) {
            throw new WireException(
                    what
                            + " says "
                            + count
                            + " elements; only "
                            + buffer.remaining()
                            + " bytes are left");
        }
        return count;
    }

    private ByteBuffer need(int bytes) {
        if (buffer.remaining() < bytes) {
            throw new WireException(
                    bytes + " more bytes are needed; " + buffer.remaining() + " are left");
        }
        return buffer;
    }
}
