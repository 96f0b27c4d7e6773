package dev.interleave.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Calls into javac that declare an exception which files in memory never throw.
final class Unchecked {
    /// Something that may fail to read or write.
    interface Supplier<T> {
        T get() throws IOException;
    }

    private Unchecked() {}

    static <T> T get(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IOException e) {
            throw new UncheckedIOException("files in memory", e);
        }
    }
}
