package dev.interleave.model.trace;

/// What a thread of a controlled run is about to do when it gets the turn: the kind of its next
/// operation that others may see. The ordinal travels.
public enum Move {
    /// It makes its first step.
    BEGINS,
    /// It reads a field; the operand is the variable's number, the object the instance.
    READS,
    /// It writes a field; operand and object as for [#READS].
    WRITES,
    /// It reads an element of the array that is the object; the operand is the index.
    READS_ELEMENT,
    /// It writes an element; operand and object as for [#READS_ELEMENT].
    WRITES_ELEMENT,
    /// It looks at the collection that is the object.
    READS_COLLECTION,
    /// It changes that.
    WRITES_COLLECTION,
    /// It uses a variable by a handle; the object is the instance, or the handle of a static field.
    USES,
    /// It enters the monitor of the object.
    ENTERS,
    /// It goes on after it has waited on the monitor of the object.
    WAKES,
    /// It goes on after it was parked.
    UNPARKS,
    /// It goes on after it has slept.
    SLEPT,
    /// It goes on after it has waited for the end of the thread that is the operand.
    JOINS,
    /// It calls a method of the object or of the thread that is the operand, or a static one that
    /// others may see.
    CALLS,
    /// It goes on after it has offered to let others go first.
    YIELDED,
    /// It uses the class that is the object, which somebody has to initialise first.
    INITIALISED,
    /// Time passes, up to the deadline of the thread that is the operand.
    TIME,
    /// It ends, and with it the program, whose other threads are daemons.
    ENDS,
    /// It prints.
    PRINTS;

    /// Whether the operand is the number of a variable.
    public boolean isOfVariable() {
        return this == READS || this == WRITES;
    }

    /// Whether the operand is the number of a thread.
    public boolean isOfThread() {
        return this == JOINS || this == TIME || this == CALLS;
    }
}
