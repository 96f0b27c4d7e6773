package dev.interleave.weaver;

import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.stream.Collectors;

/// Which calls of a snippet matter to the lanes, told by name and type: what runs in the end may be
/// any class.
final class Calls {
    /// Classes none of whose methods can wait for, wake or start another thread.
    private static final Set<String> HARMLESS =
            Set.of(
                    "java/lang/Boolean",
                    "java/lang/Byte",
                    "java/lang/Character",
                    "java/lang/Double",
                    "java/lang/Enum",
                    "java/lang/Float",
                    "java/lang/Integer",
                    "java/lang/Long",
                    "java/lang/Math",
                    "java/lang/Short",
                    "java/lang/String",
                    "java/lang/StringBuilder",
                    "java/util/Objects");

    private static final Set<String> OPERATIONS =
            Operation.ALL.stream()
                    .filter(row -> row.role() != Role.IDLE)
                    .map(row -> key(row.method(), MethodTypeDesc.ofDescriptor(row.descriptor())))
                    .collect(Collectors.toUnmodifiableSet());

    /// Methods of our own primitives that come to an operation further in, on the same object.
    private static final Set<String> LEADING_TO_OPERATIONS =
            Set.of(
                    "lockAnyway/0",
                    "read/0",
                    "tryRead/0",
                    "tryWrite/0",
                    "update/1",
                    "use/1",
                    "useRead/1",
                    "useWrite/1",
                    "with/1",
                    "withRead/1",
                    "withWrite/1",
                    "write/0",
                    "writeAnyway/0");

    private Calls() {}

    /// The internal name of a class or interface.
    static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    static boolean isHarmless(String owner) {
        return HARMLESS.contains(owner);
    }

    static boolean isNotify(String name, MethodTypeDesc type) {
        return type.parameterCount() == 0 && (name.equals("notify") || name.equals("notifyAll"));
    }

    static boolean isOperation(String name, MethodTypeDesc type) {
        String key = key(name, type);
        return OPERATIONS.contains(key) || LEADING_TO_OPERATIONS.contains(key);
    }

    /// The parameters only: an interface may declare another result, or take a type variable's
    /// bound.
    private static String key(String name, MethodTypeDesc type) {
        return name + "/" + type.parameterCount();
    }
}
