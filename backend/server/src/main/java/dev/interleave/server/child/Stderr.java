package dev.interleave.server.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads what a child says outside the protocol, so that it never has to wait, and keeps the
/// beginning of it.
final class Stderr {
    private static final int KEPT_BYTES = 8_192;

    private final byte[] kept = new byte[KEPT_BYTES];
    private int keptBytes;
    private long seenBytes;

    private Stderr() {}

    /// Reads `in` to its end on a thread of its own.
    static Stderr of(InputStream in) {
        var stderr = new Stderr();
        Thread.ofPlatform().daemon().name("child-stderr").start(() -> stderr.readAll(in));
        return stderr;
    }

    private void readAll(InputStream in) {
        var buffer = new byte[4_096];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                add(buffer, read);
            }
        } catch (IOException e) {
            // Closed under us: the child is gone.
        }
    }

    private synchronized void add(byte[] bytes, int length) {
        int room = Math.min(length, kept.length - keptBytes);
        System.arraycopy(bytes, 0, kept, keptBytes, room);
        keptBytes += room;
        seenBytes += length;
    }

    /// How much it said.
    synchronized long seenBytes() {
        return seenBytes;
    }

    /// The beginning of what it said.
    synchronized String text() {
        return new String(kept, 0, keptBytes, StandardCharsets.UTF_8);
    }
}
