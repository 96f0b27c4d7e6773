package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.regex.Pattern;

/// Tells the engine of a controlled run what the code of `java.util.concurrent` reads and writes so
/// that other threads see it: volatile fields, variable handles, `Unsafe`. What happens before what
/// in a program follows from these, however it uses the library.
///
/// A thing is the object that holds the variable: that orders more than the memory model does where
/// an object holds several, but what the JDK publishes through them it publishes together.
final class SyncCode implements CodeTransform {
    static final Hook ACQUIRE = Hook.inMemoryControl("acquire", "(Ljava/lang/Object;)V");
    static final Hook RELEASE = Hook.inMemoryControl("release", "(Ljava/lang/Object;)V");
    static final Hook EXCHANGE = Hook.inMemoryControl("exchange", "(Ljava/lang/Object;)V");
    static final Hook TRIED = Hook.inMemoryControl("triedToSet", "(ZLjava/lang/Object;)V");
    private static final Pattern ACCESS =
            Pattern.compile("(put|set|compareAnd|weakCompareAnd|getAnd).*");
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final String HANDLE = "java/lang/invoke/VarHandle";

    private static final Hook LOOK = Hook.inMemoryControl("look", "(Ljava/lang/Object;)V");
    private static final Hook CHANGE = Hook.inMemoryControl("change", "(Ljava/lang/Object;)V");

    private final ProgramClasses classes;
    private final boolean tellsUnordered;

    /// `classes` knows which fields are volatile. `tellsUnordered` when threads may see of each
    /// other what is read and written in no order, as in atomics.
    SyncCode(ProgramClasses classes, boolean tellsUnordered) {
        this.classes = classes;
        this.tellsUnordered = tellsUnordered;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case FieldInstruction field when classes.isVolatile(field) -> field(code, field);
            case InvokeInstruction call -> call(code, call, hookOf(call));
            default -> code.with(element);
        }
    }

    private static void field(CodeBuilder code, FieldInstruction field) {
        switch (field.opcode()) {
            case GETFIELD -> {
                code.dup();
                ACQUIRE.call(code);
            }
            case PUTFIELD -> {
                TypeKind kind = TypeKind.from(field.typeSymbol());
                int value = code.allocateLocal(kind);
                code.storeLocal(kind, value).dup();
                RELEASE.call(code);
                code.loadLocal(kind, value);
            }
            case GETSTATIC -> ACQUIRE.call(code.loadConstant(field.owner().asSymbol()));
            default -> RELEASE.call(code.loadConstant(field.owner().asSymbol()));
        }
        code.with(field);
    }

    private static void call(CodeBuilder code, InvokeInstruction call, @Nullable Hook hook) {
        if (hook == null) {
            code.with(call);
            return;
        }
        MethodTypeDesc type = call.typeSymbol();
        Spilled arguments = Spilled.from(code, type); // STACK: receiver
        int owner = code.allocateLocal(TypeKind.REFERENCE);
        arguments.load(code, 0);
        code.astore(owner);
        if (!hook.equals(TRIED)) {
            hook.call(code.aload(owner));
        }
        arguments.reload(code);
        code.with(call); // STACK: result
        if (hook.equals(TRIED)) {
            TRIED.call(code.dup().aload(owner)); // STACK: result
        }
    }

    /// What a call on a handle or `Unsafe` does to the order of threads, or null for nothing.
    private @Nullable Hook hookOf(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        if (call.opcode() == Opcode.INVOKESTATIC
                || !(owner.equals(UNSAFE) || owner.equals(HANDLE))) {
            return null;
        }
        MethodTypeDesc type = call.typeSymbol();
        if (type.parameterCount() == 0 || type.parameterType(0).isPrimitive()) {
            return null;
        }
        String name = call.name().stringValue();
        Hook ordered = hookOf(name, type.returnType());
        if (ordered != null || !tellsUnordered) {
            return ordered;
        }
        if (isLook(name)) {
            return LOOK;
        }
        return ACCESS.matcher(name).matches() ? CHANGE : null;
    }

    /// Whether a method of a variable handle or `Unsafe` changes nothing.
    static boolean isLook(String name) {
        return name.startsWith("get") && !name.startsWith("getAnd");
    }

    /// The same for the name of a method of a variable handle, and its result.
    static @Nullable Hook hookOf(String name, ClassDesc result) {
        boolean isSwap =
                name.startsWith("compareAnd")
                        || name.startsWith("weakCompareAnd")
                        || name.startsWith("getAnd");
        if (name.endsWith("Plain") || name.endsWith("Opaque")) {
            return null;
        }
        if (name.endsWith("Acquire")) {
            return ACQUIRE;
        }
        if (name.endsWith("Release")) {
            return RELEASE;
        }
        if (isSwap) {
            return result.equals(ConstantDescs.CD_boolean) ? TRIED : EXCHANGE;
        }
        if (!name.endsWith("Volatile")) {
            return null;
        }
        return name.startsWith("get") ? ACQUIRE : RELEASE;
    }
}
