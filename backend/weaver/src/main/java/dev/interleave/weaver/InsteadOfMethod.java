package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;

/// Lets a hook do the work of a method that returns nothing: when it says that it has, the method
/// returns at once.
///
/// @param hook leaves 1 on the stack when the work is done
record InsteadOfMethod(MethodProbe.Entry hook) implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
        hook.emit(code); // STACK: isDone
        code.ifThen(CodeBuilder::return_);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        code.with(element);
    }
}
