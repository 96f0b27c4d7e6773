package dev.interleave.sandbox;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// Where the classes of this module lie: a jar, or a folder during development.
final class OwnCode {
    private OwnCode() {}

    static Path location() {
        try {
            return Path.of(
                    OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is no list of files", e);
        }
    }
}
