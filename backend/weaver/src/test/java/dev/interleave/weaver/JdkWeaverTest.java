package dev.interleave.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class JdkWeaverTest {
    private final JdkWeaver weaver =
            new JdkWeaver(
                    ClassHierarchyResolver.ofClassLoading(ClassLoader.getPlatformClassLoader()),
                    _ -> null);

    static Stream<String> planned() {
        return JdkPlan.create().classes().stream().filter(name -> !name.startsWith("dev/"));
    }

    /// Every class of the plan exists in this JDK, has each method of the plan, and is valid once
    /// woven: the weaver itself verifies.
    @ParameterizedTest
    @MethodSource("planned")
    void weave_plannedClass_callsProbes(String className) throws IOException {
        byte[] woven = weaver.weave(className, bytes(className));
        assertThat(hooks(ClassFile.of().parse(woven))).isNotEmpty();
    }

    @Test
    void weave_thread_hasRecorder() throws IOException {
        ClassModel woven =
                ClassFile.of().parse(weaver.weave("java/lang/Thread", bytes("java/lang/Thread")));
        assertThat(woven.fields()).anyMatch(field -> field.fieldName().equalsString("$recorder"));
    }

    @Test
    void weave_forkJoinPool_seesItsUnsafeParks() throws IOException {
        String pool = "java/util/concurrent/ForkJoinPool";
        assertThat(hooks(ClassFile.of().parse(weaver.weave(pool, bytes(pool)))))
                .contains("parkBeganUnsafe", "parkEnded", "unparking", "idleBegan");
    }

    /// The compiler of the virtual machine goes wrong without some of those that are there.
    @Test
    void hideFrames_annotatedMethod_keepsItsAnnotations() throws IOException {
        ClassModel hidden = ClassFile.of().parse(weaver.hideFrames(bytes("java/lang/Thread")));
        MethodModel current =
                hidden.methods().stream()
                        .filter(method -> method.methodName().equalsString("currentThread"))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        current.findAttribute(Attributes.runtimeVisibleAnnotations())
                                .orElseThrow()
                                .annotations())
                .extracting(annotation -> annotation.className().stringValue())
                .containsExactly(
                        "Ljdk/internal/vm/annotation/IntrinsicCandidate;",
                        "Ljdk/internal/vm/annotation/Hidden;");
    }

    @Test
    void weave_jdkThatLacksAMethod_saysWhich() throws IOException {
        String lock = "java/util/concurrent/locks/ReentrantLock";
        byte[] without =
                ClassFile.of()
                        .transformClass(
                                ClassFile.of().parse(bytes(lock)),
                                ClassTransform.dropping(element ->
                                        element instanceof MethodModel method
                                                && method.methodName().equalsString("unlock")));
        assertThatThrownBy(() -> weaver.weave(lock, without))
                .isInstanceOf(RunnerImageException.class)
                .hasMessageContaining("java.util.concurrent.locks.ReentrantLock")
                .hasMessageContaining("unlock");
    }

    @Test
    void wants_classOutsideThePlan_isFalse() {
        assertThat(weaver.wants("java/util/ArrayList")).isFalse();
        assertThat(weaver.wants("java/util/concurrent/locks/LockSupport")).isTrue();
    }

    private static List<String> hooks(ClassModel type) {
        return type.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(element ->
                        element instanceof InvokeInstruction call
                                && Hook.isOwner(call.owner().asSymbol()))
                .map(element -> ((InvokeInstruction) element).name().stringValue())
                .distinct()
                .toList();
    }

    private static byte[] bytes(String className) throws IOException {
        try (var in =
                Objects.requireNonNull(
                        Object.class.getResourceAsStream("/" + className + ".class"))) {
            return in.readAllBytes();
        }
    }
}
