package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.lang.reflect.Field;

/// What a controlled run does before memory is used, and before calls that others may see. See
/// [Controller].
public interface MemoryControl {
    /// The use of contents: they are changed.
    int CHANGES = 1;

    /// The use of contents: they are looked at by an iterator, which goes on by that.
    int MOVES = 2;

    /// The use of contents: a subclass in the program has the JDK do it.
    int IS_SUPER = 4;

    /// The use of contents: one is looked up by its key.
    int LOOKS_UP = 8;

    /// The program is about to read or write a field.
    ///
    /// @param owner the instance, or null for a static field
    /// @param variable the variable's number in the program
    void access(@Nullable Object owner, int variable, boolean writes, int site);

    /// The program is about to read or write an element of an array.
    void element(Object array, int index, boolean writes, int site);

    /// The JDK is about to read or write elements of an array for the program.
    ///
    /// @param length how many; less than 0 for all from `from` on
    void elements(Object array, int from, int length, boolean writes, int site);

    /// The program is about to use what a collection holds, or another object of the JDK that is
    /// made for one thread at a time.
    ///
    /// @param object it, or a view or iterator of it
    /// @param use some of [#CHANGES], [#MOVES], [#IS_SUPER] and [#LOOKS_UP]
    /// @param site 0 inside the JDK
    void contents(Object object, int use, int site);

    /// The program is about to read or write a field by reflection.
    void reflected(Field field, @Nullable Object owner, boolean writes, int site);

    /// The program is about to make something that reads or writes fields unseen.
    void unseen();

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

    /// The program is about to print.
    ///
    /// @param stream where, or null for standard output
    void prints(@Nullable PrintStream stream);

    /// The program is about to read without a lock, and will ask later whether anybody has written
    /// meanwhile.
    void optimisticReadBegan();

    /// It has asked.
    void optimisticReadEnded(boolean isValid);

    /// Inside an atomic of the JDK something is read or written that orders nothing.
    void touch(Object owner, boolean writes);

    /// Inside the JDK something is read as with acquire semantics, or written as with release
    /// semantics, or both.
    void synchronize(Object owner, boolean acquires, boolean releases);
}
