package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// What a controlled run does in place of the virtual machine when classes are initialised. See
/// [Controller].
public interface ClassControl {
    /// The program is about to use a class.
    ///
    /// @param initialiser its number, from 1
    /// @return whether its initialiser is to be run now, by the caller
    boolean beginInitialiser(Class<?> type, int initialiser);

    /// The initialiser has run, or thrown.
    void endInitialiser(int initialiser, @Nullable Throwable thrown);
}
