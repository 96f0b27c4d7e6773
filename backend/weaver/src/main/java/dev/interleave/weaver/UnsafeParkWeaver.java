package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;

/// Sees the places in `java.util.concurrent` that park and unpark past `LockSupport`, as fork-join
/// does.
final class UnsafeParkWeaver implements CodeTransform {
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final Hook PARK_BEGAN = Hook.inCalls("parkBeganUnsafe", "(ZJ)I");
    private static final Hook PARK_ENDED = Hook.inCalls("parkEnded", "(I)V");
    private static final Hook PARK = Hook.inThreadControl("parkUnsafe", "(ZJ)Z");
    private static final Hook UNPARK = Hook.inThreadControl("unpark", "(Ljava/lang/Object;)Z");
    private static final Hook UNPARKING = Hook.inCalls("unparking", "(Ljava/lang/Object;)V");

    static boolean isPark(InvokeInstruction call) {
        return isUnsafe(call, "park", "(ZJ)V");
    }

    static boolean isUnpark(InvokeInstruction call) {
        return isUnsafe(call, "unpark", "(Ljava/lang/Object;)V");
    }

    private static boolean isUnsafe(InvokeInstruction call, String method, String descriptor) {
        return call.owner().asInternalName().equals(UNSAFE)
                && call.name().equalsString(method)
                && call.type().equalsString(descriptor);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call && isPark(call)) {
            int time = code.allocateLocal(TypeKind.LONG);
            int isAbsolute = code.allocateLocal(TypeKind.INT);
            int token = code.allocateLocal(TypeKind.INT);
            code.lstore(time).istore(isAbsolute); // STACK: unsafe
            PARK_BEGAN.call(code.iload(isAbsolute).lload(time)); // STACK: unsafe, token
            code.istore(token); // STACK: unsafe
            PARK.call(code.iload(isAbsolute).lload(time)); // STACK: unsafe, isDone
            code.ifThenElse(
                    CodeBuilder::pop,
                    notDone -> notDone.iload(isAbsolute).lload(time).with(element)); // STACK:
            PARK_ENDED.call(code.iload(token));
        } else if (element instanceof InvokeInstruction call && isUnpark(call)) {
            code.dup(); // STACK: unsafe, thread, thread
            UNPARKING.call(code); // STACK: unsafe, thread
            UNPARK.call(code.dup()); // STACK: unsafe, thread, isDone
            code.ifThenElse(CodeBuilder::pop2, notDone -> notDone.with(element)); // STACK:
        } else {
            code.with(element);
        }
    }
}
