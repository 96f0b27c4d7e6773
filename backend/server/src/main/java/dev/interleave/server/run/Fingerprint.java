package dev.interleave.server.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a schedule is valid for: one source on one build of the JDK, as twelve hexadecimal digits.
public final class Fingerprint {
    private static final int BYTES = 6;

    private Fingerprint() {}

    /// The fingerprint of a source on the JDK that this server runs on, whose classes the runners
    /// have too.
    public static String of(String source) {
        return of(source, Runtime.version());
    }

    static String of(String source, Runtime.Version jdk) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0); // no source has it
            digest.update(jdk.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
