package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knows of the classes of one program which fields are volatile and which classes have something
/// to do when they are initialised. Confined to one thread.
final class ProgramClasses {
    /// As many as the probes keep in mind; see `ClassProbes`.
    private static final int MOST_INITIALISERS = 1_024;

    private final Function<String, byte @Nullable []> classBytes;
    private final Map<String, Facts> byClass = new HashMap<>();
    private final Map<String, Integer> interfaceFields = new HashMap<>();
    private int initialisers;

    /// What there is to know of a class.
    ///
    /// @param volatiles the names of its volatile fields
    /// @param changing the names of its fields that are in the source and not final
    /// @param finals the names of its own final instance fields that are in the source
    /// @param initialiser the number of its initialiser, from 1, or 0 when there is none
    /// @param isInterface whether it is an interface
    /// @param statics its own static members, each a name and a descriptor
    /// @param methods its own instance methods, each a name and a descriptor
    /// @param superclass what it extends; empty when it is not of the program
    /// @param above what it implements and extends, in the order in which a member is looked for
    private record Facts(
            Set<String> volatiles,
            Set<String> changing,
            Set<String> finals,
            int initialiser,
            boolean isInterface,
            Set<String> statics,
            Set<String> methods,
            String superclass,
            List<String> above) {
        static final Facts NONE =
                new Facts(
                        Set.of(), Set.of(), Set.of(), 0, false, Set.of(), Set.of(), "", List.of());
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

    /// Whether a class has final instance fields of its own.
    boolean hasFinals(String className) {
        return !factsOf(className).finals().isEmpty();
    }

    /// Whether the field is a final one of an instance, in the class that is named.
    boolean isFinal(FieldInstruction field) {
        return factsOf(field.owner().asInternalName())
                .finals()
                .contains(field.name().stringValue());
    }

    /// The number of a class's initialiser, or 0 when it has none, or is not of the program.
    int initialiserOf(String className) {
        return factsOf(className).initialiser();
    }

    /// Whether a class is an interface of the program.
    boolean isInterface(String className) {
        return factsOf(className).isInterface();
    }

    /// The number of a field that an interface of the program initialises, from 1; else 0.
    int interfaceField(FieldInstruction field) {
        boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        String declarer =
                isStatic ? declarerOf(field.owner().asInternalName(), field.field()) : null;
        if (declarer == null || !isInterface(declarer) || initialiserOf(declarer) == 0) {
            return 0;
        }
        String key = declarer + "." + field.name().stringValue();
        return interfaceFields.computeIfAbsent(key, _ -> interfaceFields.size() + 1);
    }

    /// The class that is not the program's which a call goes to, as far as that is known before it
    /// runs; null when it goes to the program.
    @Nullable String libraryOwnerOf(InvokeInstruction call) {
        String member = call.name().stringValue() + call.type().stringValue();
        String owner = call.owner().asInternalName();
        for (Facts facts = factsOf(owner); !facts.superclass().isEmpty(); facts = factsOf(owner)) {
            if (facts.methods().contains(member) || facts.statics().contains(member)) {
                return null;
            }
            owner = facts.superclass();
        }
        return owner;
    }

    /// The class that declares a static member which code names as one of `className`: that class
    /// is the one to be initialised. Null when it is not of the program.
    @Nullable String declarerOf(String className, MemberRefEntry member) {
        String text = member.name().stringValue() + member.type().stringValue();
        return declarerOf(className, text);
    }

    private @Nullable String declarerOf(String className, String member) {
        Facts facts = factsOf(className);
        if (facts.statics().contains(member)) {
            return className;
        }
        for (String above : facts.above()) {
            String declarer = declarerOf(above, member);
            if (declarer != null) {
                return declarer;
            }
        }
        return null;
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
        Set<String> finals =
                fields(
                        model,
                        flags ->
                                flags.has(AccessFlag.FINAL)
                                        && !flags.has(AccessFlag.STATIC)
                                        && !flags.has(AccessFlag.SYNTHETIC));
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
        Set<String> statics =
                Stream.concat(
                                model.fields().stream()
                                        .filter(field -> field.flags().has(AccessFlag.STATIC))
                                        .map(field ->
                                                field.fieldName().stringValue()
                                                        + field.fieldType().stringValue()),
                                methods(model, true))
                        .collect(Collectors.toSet());
        List<String> above =
                Stream.concat(model.interfaces().stream(), model.superclass().stream())
                        .map(ClassEntry::asInternalName)
                        .toList();
        return new Facts(
                volatiles,
                changing,
                finals,
                isNumbered ? ++initialisers : 0,
                model.flags().has(AccessFlag.INTERFACE),
                statics,
                methods(model, false).collect(Collectors.toSet()),
                model.superclass().map(ClassEntry::asInternalName).orElse(""),
                above);
    }

    private static Stream<String> methods(ClassModel model, boolean isStatic) {
        return model.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.STATIC) == isStatic)
                .map(method ->
                        method.methodName().stringValue() + method.methodType().stringValue());
    }

    private static Set<String> fields(ClassModel model, Predicate<AccessFlags> which) {
        return model.fields().stream()
                .filter(field -> which.test(field.flags()))
                .map(field -> field.fieldName().stringValue())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
