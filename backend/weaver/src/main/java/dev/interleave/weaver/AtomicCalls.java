package dev.interleave.weaver;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;

/// Calls that are accesses to memory: of atomics, variable handles and concurrent collections.
final class AtomicCalls {
    private static final String ATOMIC = "java/util/concurrent/atomic/";
    private static final Set<String> OWNERS =
            Set.of(
                    "java/lang/invoke/VarHandle",
                    "java/util/concurrent/ConcurrentHashMap",
                    "java/util/concurrent/ConcurrentLinkedDeque",
                    "java/util/concurrent/ConcurrentLinkedQueue",
                    "java/util/concurrent/ConcurrentMap",
                    "java/util/concurrent/ConcurrentNavigableMap",
                    "java/util/concurrent/ConcurrentSkipListMap",
                    "java/util/concurrent/ConcurrentSkipListSet",
                    "java/util/concurrent/CopyOnWriteArrayList",
                    "java/util/concurrent/CopyOnWriteArraySet");

    private AtomicCalls() {}

    static boolean isOne(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return call.opcode() != Opcode.INVOKESTATIC
                && call.opcode() != Opcode.INVOKESPECIAL
                && (owner.startsWith(ATOMIC) || OWNERS.contains(owner));
    }
}
