package dev.interleave.probe;

/// What the virtual machine draws by chance, and a controlled run by rule. See [Controller].
public interface ChanceControl {
    /// The identity hash of an object, the same in every repetition of a schedule.
    int identityHash(Object object);

    /// Fills an array with what looks like random bytes.
    void nextBytes(byte[] bytes);
}
