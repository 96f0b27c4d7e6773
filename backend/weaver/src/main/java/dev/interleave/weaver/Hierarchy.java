package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.function.Function;

/// What stack maps need to know about classes.
final class Hierarchy {
    private Hierarchy() {}

    /// Knows the classes of the JDK and of this class path, which has the teaching primitives, and
    /// those of one program, which `classBytes` finds by internal name.
    static ClassHierarchyResolver of(Function<String, byte @Nullable []> classBytes) {
        ClassHierarchyResolver program =
                ClassHierarchyResolver.ofResourceParsing(type -> {
                    byte[] bytes = classBytes.apply(Calls.internalName(type));
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                });
        return program.orElse(
                        ClassHierarchyResolver.ofClassLoading(Hierarchy.class.getClassLoader()))
                .cached();
    }
}
