package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// Writes down which hooks woven code calls; see [Probes].
public final class UseProbes {
    private UseProbes() {}

    /// A hook.
    public static void using(@Nullable Object receiver, int site, int name, int isModifying) {
        Probes.log((isModifying == 0 ? "reads " : "changes ") + name);
    }

    /// A hook.
    public static void synchronizing() {
        if (Probes.isPublishingLogged) {
            Probes.log("synchronizing");
        }
    }

    /// A hook. Not written down unless it is asked for: every constructor calls it.
    public static void publishing() {
        if (Probes.isPublishingLogged) {
            Probes.log("publishing");
        }
    }
}
