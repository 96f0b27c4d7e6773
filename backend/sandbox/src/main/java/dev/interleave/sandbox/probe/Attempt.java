package dev.interleave.sandbox.probe;

import java.util.Optional;

/// One way to try a wall.
interface Attempt {
    /// How the wall was broken, or empty, or any exception, if it held.
    Optional<String> success() throws Exception;
}
