package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// What a controlled run does before memory is used, and before calls that others may see. See
/// [Controller].
public interface MemoryControl {
    /// The program is about to read or write a field, or a collection.
    ///
    /// @param owner the instance, or null for a static field
    /// @param variable the variable's number in the program, or less than 0 for other memory
    void access(@Nullable Object owner, int variable, boolean writes, int site);

    /// The program is about to read or write an element of an array.
    void element(Object array, int index, boolean writes, int site);

    /// The program is about to read or write a volatile field.
    void volatileAccess(@Nullable Object owner, int variable, boolean writes);

    /// The program is about to access memory through a variable handle.
    ///
    /// @param handle the `VarHandle`
    /// @param owner the instance or array, or null for a static field
    /// @param index the element's index
    /// @param mode 0 reads as a plain field does, 1 writes so, 2 acquires, 3 releases, 4 does both,
    ///   5 reads and does neither, 6 acquires, and releases if it succeeds, which is told by
    ///   [#synchronize], 7 writes and does neither
    void handle(Object handle, @Nullable Object owner, int index, int mode, int site);

    /// A constructor of a class with final fields is done (JLS 17.5).
    void freeze(Object owner);

    /// The program is about to read a final field of an object.
    void readFinal(Object owner);

    /// The program is about to call something that others may see.
    ///
    /// @param receiver what it calls, or null
    void call(@Nullable Object receiver);

    /// Inside an atomic of the JDK something is read or written that orders nothing.
    void touch(Object owner, boolean writes);

    /// Inside the JDK something is read as with acquire semantics, or written as with release
    /// semantics, or both.
    void synchronize(Object owner, boolean acquires, boolean releases);
}
