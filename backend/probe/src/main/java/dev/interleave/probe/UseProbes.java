package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;

/// The hooks that find collections used by several threads without synchronisation, and never
/// accuse wrongly.
///
/// Each thread counts its *stretches*: a new one begins before anything that might publish what it
/// did, which is any call of the program into other code, the end of a monitor, a volatile write,
/// and the return from a method that used a collection. Suppose thread B uses a collection that A
/// used last, and finds A still in the stretch of that use. If A's use happened before B's by the
/// rules of the memory model, A would have published it first, and B, which then must see all that
/// A did before publishing, would see the later stretch. So the two uses are not ordered. The
/// reverse order is impossible, as A's use was seen. Uses that nothing ordered, but that lie apart
/// in time, are missed.
public final class UseProbes {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long STRETCH = UNSAFE.objectFieldOffset(ThreadRecorder.class, "stretch");
    private static final long COLLECTION =
            UNSAFE.objectFieldOffset(AbstractCollection.class, "$use");
    private static final long MAP = UNSAFE.objectFieldOffset(AbstractMap.class, "$use");

    private UseProbes() {}

    /// The program is about to call a method of a collection, map or iterator, which changes it
    /// when `isModifying` is not 0.
    public static void using(@Nullable Object receiver, int site, int name, int isModifying) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null || receiver == null || Recording.isStepped()) {
            return; // in a controlled run the engine finds more, and knows for sure
        }
        Class<?> type = receiver.getClass();
        if (isForOneThread(type)) {
            use(recorder, receiver, site, name, isModifying != 0);
        } else if (!isForOneThread(type.getNestHost())) {
            Probes.using(receiver, site, name);
        }
    }

    /// What the current thread did may be seen by others from now on.
    public static void publishing() {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.stretch++;
        }
    }

    /// The program is about to use a volatile field, an atomic, a variable handle or a concurrent
    /// collection: what it did may be seen by others from now on, and it may see what others did,
    /// with no event to tell of it.
    public static void synchronizing() {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.stretch++;
            if (!recorder.isOrderedUnseen) {
                recorder.isOrderedUnseen = true;
                ProbeSink to = Recording.sink();
                if (to != null) {
                    to.orderedUnseen(recorder);
                }
            }
        }
    }

    private static void use(
            ThreadRecorder recorder, Object collection, int site, int name, boolean isModifying) {
        recorder.site = site;
        long field = collection instanceof AbstractMap ? MAP : COLLECTION;
        var last = (CollectionUse) UNSAFE.getReference(collection, field);
        if (last != null && last.user == recorder) {
            if (last.stretch == recorder.stretch && (last.isModifying || !isModifying)) {
                return;
            }
        } else if (last != null
                && (last.isModifying || isModifying)
                && UNSAFE.getIntOpaque(last.user, STRETCH) == last.stretch) {
            report(recorder, collection, last, site, name);
        }
        UNSAFE.putReferenceRelease(
                collection, field, new CollectionUse(recorder, isModifying, site));
    }

    private static void report(
            ThreadRecorder recorder, Object collection, CollectionUse last, int site, int name) {
        ProbeSink to = Recording.sink();
        if (to != null) {
            int number = recorder.numberOf(collection, name);
            to.usedTogether(number, collection.getClass(), last.user, last.site, recorder, site);
        }
    }

    private static boolean isForOneThread(Class<?> type) {
        return type == ArrayList.class
                || type == HashMap.class
                || type == HashSet.class
                || type == ArrayDeque.class
                || type == LinkedList.class
                || type == LinkedHashMap.class
                || type == LinkedHashSet.class
                || type == TreeMap.class
                || type == TreeSet.class
                || type == PriorityQueue.class
                || type == IdentityHashMap.class
                || type == WeakHashMap.class;
    }
}
