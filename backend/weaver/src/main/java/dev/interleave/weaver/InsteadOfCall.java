package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
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
            Label notDone = code.newLabel();
            Label done = code.newLabel();
            code.dup(); // STACK: receiver, receiver
            hook.call(code); // STACK: receiver, isDone
            code.ifeq(notDone).pop().goto_(done);
            code.labelBinding(notDone).with(element); // STACK:
            code.labelBinding(done);
        } else {
            code.with(element);
        }
    }
}
