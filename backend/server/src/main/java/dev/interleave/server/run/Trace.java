package dev.interleave.server.run;

import java.util.ArrayList;
import java.util.List;

/// The trace of one run, as bytes. Written by the run, read by anybody.
final class Trace {
    private final List<byte[]> pieces = new ArrayList<>();
    private long bytes;

    synchronized void add(byte[] piece) {
        pieces.add(piece);
        bytes += piece.length;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized List<byte[]> pieces() {
        return List.copyOf(pieces);
    }
}
