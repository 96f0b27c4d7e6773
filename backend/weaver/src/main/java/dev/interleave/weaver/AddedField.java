package dev.interleave.weaver;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/// A field that a class of the JDK gains, for the probes alone; reflection does not show it.
///
/// @param owner the class, with slashes
/// @param name its name
/// @param type its type
record AddedField(String owner, String name, ClassDesc type) {
    /// All of them.
    static final List<AddedField> ALL =
            List.of(
                    new AddedField(
                            "java/lang/Thread",
                            "$recorder",
                            ClassDesc.of("dev.interleave.probe.ThreadRecorder")),
                    new AddedField("java/lang/Thread", "$lane", ConstantDescs.CD_int),
                    new AddedField(
                            "java/lang/Thread",
                            "$green",
                            ClassDesc.of("dev.interleave.probe.Green")),
                    new AddedField(
                            "java/util/concurrent/FutureTask", "$seen", ConstantDescs.CD_boolean),
                    new AddedField(
                            "java/util/concurrent/CompletableFuture",
                            "$seen",
                            ConstantDescs.CD_boolean),
                    new AddedField(
                            "java/util/AbstractCollection",
                            "$use",
                            ClassDesc.of("dev.interleave.probe.CollectionUse")),
                    new AddedField(
                            "java/util/AbstractMap",
                            "$use",
                            ClassDesc.of("dev.interleave.probe.CollectionUse")));

    static boolean isAnyIn(String className) {
        return ALL.stream().anyMatch(field -> field.owner.equals(className));
    }

    static void addTo(ClassBuilder builder, String className) {
        for (AddedField field : ALL) {
            if (field.owner.equals(className)) {
                builder.withField(
                        field.name, field.type, ClassFile.ACC_TRANSIENT | ClassFile.ACC_SYNTHETIC);
            }
        }
    }
}
