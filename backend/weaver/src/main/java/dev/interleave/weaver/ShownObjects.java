package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// Where a controlled program makes text of objects: what an atomic or a queue holds is read there
/// without a call of the program's own.
final class ShownObjects {
    private static final Hook SHOWN = Hook.inMemoryControl("shown", "(Ljava/lang/Object;I)V");

    private static final Set<String> SHOW =
            Set.of(
                    "java/lang/String.valueOf",
                    "java/lang/IO.print",
                    "java/lang/IO.println",
                    "java/io/PrintStream.print",
                    "java/io/PrintStream.println",
                    "java/lang/StringBuilder.append",
                    "java/lang/StringBuffer.append",
                    "java/util/Objects.toString");

    private ShownObjects() {}

    /// Whether text is made from what is on the stack.
    static boolean concatenates(InvokeDynamicInstruction text) {
        return text.name().equalsString("makeConcatWithConstants")
                && text.typeSymbol().parameterList().stream().anyMatch(ShownObjects::mayBeShared);
    }

    /// Says what is about to be shown. STACK: arguments → arguments.
    static void announce(CodeBuilder code, InvokeDynamicInstruction text, int site) {
        MethodTypeDesc type = text.typeSymbol();
        Spilled arguments = Spilled.from(code, type);
        for (int i = 0; i < type.parameterCount(); i++) {
            if (mayBeShared(type.parameterType(i))) {
                arguments.load(code, i);
                SHOWN.call(code.loadConstant(site));
            }
        }
        arguments.reload(code);
    }

    /// The same for a call that shows its argument; else does nothing. STACK: …, object → same.
    static void announce(CodeBuilder code, InvokeInstruction call, int site) {
        MethodTypeDesc type = call.typeSymbol();
        if (type.parameterCount() == 1
                && type.parameterType(0).equals(ConstantDescs.CD_Object)
                && SHOW.contains(call.owner().asInternalName() + "." + call.name())) {
            SHOWN.call(code.dup().loadConstant(site));
        }
    }

    private static boolean mayBeShared(ClassDesc type) {
        return !type.isPrimitive() && !type.equals(ConstantDescs.CD_String);
    }
}
