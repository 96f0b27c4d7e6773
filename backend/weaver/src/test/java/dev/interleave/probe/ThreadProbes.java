package dev.interleave.probe;

/// Writes down which hooks woven code calls; see [Probes].
public final class ThreadProbes {
    private ThreadProbes() {}

    /// A hook.
    public static void threadBegan() {
        Probes.log("began");
    }
}
