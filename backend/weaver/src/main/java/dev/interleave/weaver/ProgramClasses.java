package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Knows of the classes of one program which fields are volatile and which classes have something
/// to do when they are initialised. Confined to one thread.
final class ProgramClasses {
    /// As many as the probes keep in mind; see `ClassProbes`.
    private static final int MOST_INITIALISERS = 1_024;

    private final Function<String, byte @Nullable []> classBytes;
    private final Map<String, Facts> byClass = new HashMap<>();
    private int initialisers;

    /// What there is to know of a class.
    ///
    /// @param volatiles the names of its volatile fields
    /// @param changing the names of its fields that are in the source and not final
    /// @param initialiser the number of its initialiser, from 1, or 0 when there is none
    private record Facts(Set<String> volatiles, Set<String> changing, int initialiser) {
        static final Facts NONE = new Facts(Set.of(), Set.of(), 0);
    }

    ProgramClasses(Function<String, byte @Nullable []> classBytes) {
        this.classBytes = classBytes;
    }

    /// Whether the field is volatile, in the class that is named or in one it extends.
    boolean isVolatile(FieldInstruction field) {
        return factsOf(field.owner().asInternalName())
                .volatiles()
                .contains(field.name().stringValue());
    }

    /// Whether accesses to the field can be seen: it is the program's, written in the source, and
    /// may change.
    boolean isRecorded(FieldInstruction field) {
        return factsOf(field.owner().asInternalName())
                .changing()
                .contains(field.name().stringValue());
    }

    /// The number of a class's initialiser, or 0 when it has none, or is not of the program.
    int initialiserOf(String className) {
        return factsOf(className).initialiser();
    }

    private Facts factsOf(String className) {
        Facts known = byClass.get(className);
        if (known == null) {
            known = read(className);
            byClass.put(className, known);
        }
        return known;
    }

    private Facts read(String className) {
        byte[] bytes = classBytes.apply(className);
        if (bytes == null) {
            return Facts.NONE;
        }
        ClassModel model = ClassFile.of().parse(bytes);
        Set<String> volatiles = fields(model, flags -> flags.has(AccessFlag.VOLATILE));
        Set<String> changing =
                fields(
                        model,
                        flags -> !flags.has(AccessFlag.FINAL) && !flags.has(AccessFlag.SYNTHETIC));
        model.superclass()
                .map(above -> factsOf(above.asInternalName()))
                .ifPresent(above -> {
                    volatiles.addAll(above.volatiles());
                    changing.addAll(above.changing());
                });
        boolean hasInitialiser =
                model.methods().stream()
                        .anyMatch(method -> method.methodName().equalsString("<clinit>"));
        boolean isNumbered = hasInitialiser && initialisers < MOST_INITIALISERS;
        return new Facts(volatiles, changing, isNumbered ? ++initialisers : 0);
    }

    private static Set<String> fields(ClassModel model, Predicate<AccessFlags> which) {
        return model.fields().stream()
                .filter(field -> which.test(field.flags()))
                .map(field -> field.fieldName().stringValue())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
