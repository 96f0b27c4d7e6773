package dev.interleave.model.frame;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Bytes with value equality, so that records may hold them.
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Wraps `bytes` without copying; the caller gives them away.
    public static Bytes wrap(byte[] bytes) {
        return new Bytes(bytes);
    }

    /// The bytes themselves; nobody may change them.
    public byte[] array() {
        return bytes;
    }

    /// How many there are.
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
