package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ReturnInstruction;

/// Puts a [MethodProbe] around one method's code. Holds state for that one method.
final class AroundMethod implements CodeTransform {
    private final MethodProbe probe;
    private int token;
    private @Nullable Label start;

    AroundMethod(MethodProbe probe) {
        this.probe = probe;
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (probe.hasExits()) {
            token = code.allocateLocal(TypeKind.INT);
        }
        probe.onEntry(code, token);
        start = code.newBoundLabel();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof ReturnInstruction) {
            probe.onReturn(code, token);
        }
        code.with(element);
    }

    @Override
    public void atEnd(CodeBuilder code) {
        if (!probe.hasHandler() || start == null) {
            return;
        }
        Label end = code.newBoundLabel();
        // Last in the table, so the method's own handlers come first.
        code.exceptionCatchAll(start, end, end); // STACK: exception
        probe.onThrow(code, token);
        code.athrow();
    }
}
