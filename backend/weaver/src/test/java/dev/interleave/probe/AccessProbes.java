package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// Writes down which hooks woven code calls; see [Probes].
public final class AccessProbes {
    private AccessProbes() {}

    /// A hook.
    public static void accessed(@Nullable Object owner, long value, int what, int site) {
        Probes.log("access " + (what & 0xFFFF) + " " + (what >>> 16) + " = " + value);
    }

    /// A hook.
    public static void accessed(
            @Nullable Object owner, @Nullable Object value, int what, int site, int name) {
        Probes.log("access " + (what & 0xFFFF) + " " + (what >>> 16) + " = " + value);
    }

    /// A hook.
    public static void element(Object array, int index, long value, int kind, int site) {
        Probes.log("element " + kind + " [" + index + "] = " + value);
    }

    /// A hook.
    public static void element(
            Object array, int index, @Nullable Object value, int kind, int site) {
        Probes.log("element " + kind + " [" + index + "] = " + value);
    }
}
