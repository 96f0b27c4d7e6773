package dev.interleave.weaver;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;

/// Calls on the types of `java.util` behind which there may be a collection that is made for one
/// thread at a time; what it really is shows at run time.
final class CollectionCalls {
    private static final Set<String> OWNERS =
            Set.of(
                    "java/lang/Iterable",
                    "java/util/ArrayDeque",
                    "java/util/ArrayList",
                    "java/util/Collection",
                    "java/util/Deque",
                    "java/util/HashMap",
                    "java/util/HashSet",
                    "java/util/IdentityHashMap",
                    "java/util/Iterator",
                    "java/util/LinkedHashMap",
                    "java/util/LinkedHashSet",
                    "java/util/LinkedList",
                    "java/util/List",
                    "java/util/ListIterator",
                    "java/util/Map",
                    "java/util/Map$Entry",
                    "java/util/NavigableMap",
                    "java/util/NavigableSet",
                    "java/util/PriorityQueue",
                    "java/util/Queue",
                    "java/util/SequencedCollection",
                    "java/util/SequencedMap",
                    "java/util/SequencedSet",
                    "java/util/Set",
                    "java/util/SortedMap",
                    "java/util/SortedSet",
                    "java/util/TreeMap",
                    "java/util/TreeSet",
                    "java/util/WeakHashMap");

    /// Those of them that are parts of collections.
    private static final Set<String> NO_COLLECTIONS =
            Set.of("java/util/Iterator", "java/util/ListIterator", "java/util/Map$Entry");

    /// How the names of methods begin that change a collection.
    private static final Set<String> MODIFYING =
            Set.of(
                    "add", "clear", "compute", "merge", "offer", "poll", "pop", "push", "put",
                    "remove", "replace", "retain", "set", "sort");

    private CollectionCalls() {}

    static boolean isOne(InvokeInstruction call) {
        return isType(call.owner().asInternalName());
    }

    /// Whether a class is one of those types.
    static boolean isType(String className) {
        return OWNERS.contains(className);
    }

    /// Whether there may be a concurrent collection behind it.
    static boolean mayBeConcurrent(InvokeInstruction call) {
        return call.opcode() == Opcode.INVOKEINTERFACE
                && isOne(call)
                && !NO_COLLECTIONS.contains(call.owner().asInternalName());
    }

    static boolean isModifying(String method) {
        return MODIFYING.stream().anyMatch(method::startsWith);
    }
}
