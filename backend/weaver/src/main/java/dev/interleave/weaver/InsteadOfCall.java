package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.MethodTypeDesc;

/// Lets a hook do the work of a call that takes only its receiver and returns nothing, unless the
/// hook says that it has not.
///
/// @param name what is called
/// @param hook takes the receiver and leaves 1 when the work is done
record InsteadOfCall(String name, Hook hook) implements CodeTransform {
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.ofDescriptor("()V");

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.name().equalsString(name)
                && call.typeSymbol().equals(NOTHING)) {
            hook.call(code.dup()); // STACK: receiver, isDone
            code.ifThenElse(CodeBuilder::pop, notDone -> notDone.with(element)); // STACK:
        } else {
            code.with(element);
        }
    }
}
