package dev.interleave.analysis.races;

import org.jspecify.annotations.Nullable;

/// What is remembered of one variable: its last write, and the reads since. A field of one object,
/// an element of an array, or all of a collection that is made for one thread at a time. One for
/// each variable and schedule; open, so that what a caller keeps for the variable can be it.
public class VariableState {
    long write = Epoch.NONE;
    int writeSite;

    /// The last read, while each read knew of the one before; unused once there is [#readers].
    long read = Epoch.NONE;

    int readSite;

    /// The last read of each thread since the last write, when not all knew of each other.
    @Nullable Readers readers;

    boolean isRacy;

    private int first;
    private boolean isShared;

    /// Nobody has touched it yet.
    public VariableState() {}

    /// Whether more than one thread has touched it, be it one after the other.
    public final boolean isShared() {
        return isShared;
    }

    /// Makes this the state of a variable to which has happened what did to `other`, of which it
    /// was a part.
    protected final void takeAfter(VariableState other) {
        write = other.write;
        writeSite = other.writeSite;
        read = other.read;
        readSite = other.readSite;
        readers = other.readers == null ? null : other.readers.copy();
        isRacy = other.isRacy;
        first = other.first;
        isShared = other.isShared;
    }

    final void touch(int thread) {
        if (first == 0) {
            first = thread;
        } else if (first != thread) {
            isShared = true;
        }
    }
}
