package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;

/// Lets a hook do a method's work: when it says that it has, the method returns at once.
///
/// @param hook leaves 1 on the stack when the work is done
/// @param result leaves what the method returns then, if anything, and returns
record InsteadOfMethod(MethodProbe.Entry hook, MethodProbe.Entry result) implements CodeTransform {
    /// For a method that returns nothing.
    InsteadOfMethod(MethodProbe.Entry hook) {
        this(hook, CodeBuilder::return_);
    }

    @Override
    public void atStart(CodeBuilder code) {
        Label notDone = code.newLabel();
        hook.emit(code); // STACK: isDone
        code.ifeq(notDone);
        result.emit(code);
        code.labelBinding(notDone);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        code.with(element);
    }
}
