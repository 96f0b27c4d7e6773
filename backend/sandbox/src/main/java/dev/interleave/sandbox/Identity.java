package dev.interleave.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// As whom confined processes are started: as ourselves, or, when we are root, as nobody. A sandbox
/// of root's would map back to root on the host.
///
/// @param dropsTo the user and group id to change to first, or zero to stay who we are
record Identity(int dropsTo) {
    /// The conventional id of nobody, the same on all systems.
    static final int NOBODY = 65534;

    static final Identity UNCHANGED = new Identity(0);

    static Identity ofServer() {
        return isRoot() ? new Identity(NOBODY) : UNCHANGED;
    }

    boolean drops() {
        return dropsTo != 0;
    }

    /// What to put before a command.
    List<String> prefix(Programs programs) {
        if (!drops()) {
            return List.of();
        }
        String id = String.valueOf(dropsTo);
        return List.of(
                programs.require("setpriv", "util-linux"),
                "--reuid",
                id,
                "--regid",
                id,
                "--clear-groups",
                "--");
    }

    private static boolean isRoot() {
        try {
            return ProcessFolder.ofThisProcess().status().userId() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc/self/status", e);
        }
    }
}
