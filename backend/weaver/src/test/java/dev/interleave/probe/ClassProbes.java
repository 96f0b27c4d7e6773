package dev.interleave.probe;

/// Writes down which hooks woven code calls; see [Probes].
public final class ClassProbes {
    private ClassProbes() {}

    /// A hook.
    public static void using(Class<?> type, int initialiser, int site) {
        Probes.log("uses class " + type.getSimpleName());
    }

    /// A hook.
    public static void initBegan(Class<?> type, int site) {
        Probes.log("initialises " + type.getSimpleName());
    }

    /// A hook.
    public static void initEnded(Class<?> type, int site) {
        Probes.log("has initialised " + type.getSimpleName());
    }
}
