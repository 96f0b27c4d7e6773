package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/// Lets a hook answer a question that is put to `this`: with 1 or 0, or with a number below if the
/// method itself has to.
///
/// @param hook takes `this`
record Answered(Hook hook) implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
        int answer = code.allocateLocal(TypeKind.INT);
        Label unknown = code.newLabel();
        hook.call(code.aload(0)).istore(answer);
        code.iload(answer).iflt(unknown);
        code.iload(answer).ireturn();
        code.labelBinding(unknown);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        code.with(element);
    }
}
