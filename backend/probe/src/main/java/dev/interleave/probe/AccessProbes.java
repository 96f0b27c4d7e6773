package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/// The hooks beside the program's accesses to memory, in programs that were woven to record them.
/// Each is called just after the access. `what` is an event's code, with the variable's number in
/// its upper half.
public final class AccessProbes {
    /// The largest index that fits a record; it stands for all above as well.
    private static final int LARGEST_INDEX = 0xFFFF;

    private AccessProbes() {}

    /// A value was read from, written to, or returned by a field or operation of `owner`, which is
    /// null for a static field.
    public static void accessed(@Nullable Object owner, long value, int what, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            int name = owner != null && recorder.isDirect(owner) ? recorder.directName : 0;
            recorder.write(what, recorder.numberOf(owner, name), site, value);
        }
    }

    /// As [#accessed], for a value that is an object; `name` is that of the variable, or 0.
    public static void accessed(
            @Nullable Object owner, @Nullable Object value, int what, int site, int name) {
        accessed(owner, Recording.current() == null ? 0 : numberOf(value, name), what, site);
    }

    /// As [#accessed], of an operation of some collection or map, if that is a concurrent one whose
    /// operations are accesses to memory.
    public static void used(Object collection, long value, int what, int site) {
        if (isConcurrent(collection)) {
            accessed(collection, value, what, site);
        }
    }

    /// As [#used], for a value that is an object.
    public static void used(
            Object collection, @Nullable Object value, int what, int site, int name) {
        if (isConcurrent(collection)) {
            accessed(collection, value, what, site, name);
        }
    }

    private static boolean isConcurrent(Object collection) {
        return collection instanceof ConcurrentMap
                || collection instanceof ConcurrentHashMap.KeySetView
                || collection instanceof ConcurrentLinkedQueue
                || collection instanceof ConcurrentLinkedDeque
                || collection instanceof ConcurrentSkipListSet
                || collection instanceof CopyOnWriteArrayList
                || collection instanceof CopyOnWriteArraySet;
    }

    /// A value was read from or written to an element of an array.
    public static void element(Object array, int index, long value, int kind, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            int what = kind | Math.min(index, LARGEST_INDEX) << 16;
            recorder.write(what, recorder.numberOf(array, 0), site, value);
        }
    }

    /// As [#element], for a value that is an object.
    public static void element(
            Object array, int index, @Nullable Object value, int kind, int site) {
        element(array, index, Recording.current() == null ? 0 : numberOf(value, 0), kind, site);
    }

    private static int numberOf(@Nullable Object value, int name) {
        return value == null ? 0 : ObjectTable.entryOf(value, name).number();
    }
}
