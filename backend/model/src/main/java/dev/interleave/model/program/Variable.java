package dev.interleave.model.program;

/// What accesses to memory point to: a field, or an operation of an atomic, a variable handle or a
/// concurrent collection.
///
/// @param flags the sum of those that hold
/// @param type the type of its values, as a class file's descriptor begins: `I`, `J`, `Z`, `L`, `[`
/// @param label what the page calls it: `Counter.count`, `AtomicInteger.incrementAndGet`
public record Variable(int flags, char type, String label) {
    /// The field is volatile.
    public static final int VOLATILE = 1;

    /// The field is static.
    public static final int STATIC = 2;

    /// It is an operation, no field.
    public static final int OPERATION = 4;
}
