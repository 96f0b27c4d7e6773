package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

/// A run of records that one thread writes and the drainer reads.
///
/// The writer fills in a record and then publishes it by a release store of `written`; the reader's
/// acquire load of it makes the record visible. Once `next` is set the chunk is full and its writer
/// never looks at it again.
final class Chunk {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long WRITTEN = UNSAFE.objectFieldOffset(Chunk.class, "written");
    private static final long NEXT = UNSAFE.objectFieldOffset(Chunk.class, "next");

    final byte[] bytes;

    @SuppressWarnings("UnusedVariable") // read and written by offset
    private int written;

    @SuppressWarnings("UnusedVariable") // read and written by offset
    private @Nullable Chunk next;

    Chunk(int size) {
        this.bytes = new byte[size];
    }

    void publish(int bytesWritten) {
        UNSAFE.putIntRelease(this, WRITTEN, bytesWritten);
    }

    int published() {
        return UNSAFE.getIntAcquire(this, WRITTEN);
    }

    /// Makes it empty, for its writer to fill again.
    void reset() {
        written = 0;
        next = null;
    }

    void link(@Nullable Chunk following) {
        UNSAFE.putReferenceRelease(this, NEXT, following);
    }

    @Nullable Chunk next() {
        return (Chunk) UNSAFE.getReferenceAcquire(this, NEXT);
    }
}
