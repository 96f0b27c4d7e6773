package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;
import dev.interleave.model.trace.TraceRecord;

import org.jspecify.annotations.Nullable;

/// One event as it passes by. The same object holds each in turn: there are too many to make one of
/// each, so nobody may keep it.
final class Event {
    /// How many numbers hold a record.
    static final int WORDS = TraceRecord.BYTES / Long.BYTES;

    private static final @Nullable EventKind[] KINDS = kinds();
    private static final @Nullable Role[] ROLES = roles();

    EventKind kind = EventKind.THREAD_YIELDED;
    int operation;

    /// What the operation means, or null when there is none.
    @Nullable Role role;

    int lane;
    int object;
    int site;
    long argument;
    long nanos;

    /// Becomes the record that begins at `words[at]`, in the layout of a [TraceRecord]; false when
    /// its kind is unknown.
    boolean read(long[] words, int at) {
        long what = words[at + 1];
        EventKind known = KINDS[(int) what & 0xFFFF];
        if (known == null) {
            return false;
        }
        kind = known;
        operation = (int) (what >>> 16) & 0xFFFF;
        role = ROLES[operation];
        lane = (int) (what >>> 32);
        object = (int) words[at + 2];
        site = (int) (words[at + 2] >>> 32);
        argument = words[at + 3];
        nanos = words[at];
        return true;
    }

    /// What an operation means, or null for 0 and numbers that are not in the table.
    static @Nullable Role roleOf(int operation) {
        return ROLES[operation];
    }

    private static @Nullable EventKind[] kinds() {
        var table = new @Nullable EventKind[1 << Short.SIZE];
        for (EventKind kind : EventKind.values()) {
            table[kind.code()] = kind;
        }
        return table;
    }

    private static @Nullable Role[] roles() {
        var table = new @Nullable Role[1 << Short.SIZE];
        Operation.ALL.forEach(row -> table[row.number()] = row.role());
        return table;
    }
}
