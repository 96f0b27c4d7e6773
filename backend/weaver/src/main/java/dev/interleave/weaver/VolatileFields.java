package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Knows which fields of a program are volatile. Confined to one thread.
final class VolatileFields {
    private final Function<String, byte @Nullable []> classBytes;
    private final Map<String, Set<String>> byClass = new HashMap<>();

    VolatileFields(Function<String, byte @Nullable []> classBytes) {
        this.classBytes = classBytes;
    }

    /// Whether the field is volatile, in the class that is named or in one it extends.
    boolean contains(FieldInstruction field) {
        return namesIn(field.owner().asInternalName()).contains(field.name().stringValue());
    }

    private Set<String> namesIn(String type) {
        Set<String> known = byClass.get(type);
        if (known == null) {
            known = read(type);
            byClass.put(type, known);
        }
        return known;
    }

    private Set<String> read(String type) {
        byte[] bytes = classBytes.apply(type);
        if (bytes == null) {
            return Set.of();
        }
        ClassModel model = ClassFile.of().parse(bytes);
        Set<String> names =
                model.fields().stream()
                        .filter(field -> field.flags().has(AccessFlag.VOLATILE))
                        .map(FieldModel::fieldName)
                        .map(name -> name.stringValue())
                        .collect(Collectors.toSet());
        model.superclass().ifPresent(above -> names.addAll(namesIn(above.asInternalName())));
        return names;
    }
}
