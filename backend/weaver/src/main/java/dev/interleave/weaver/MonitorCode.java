package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;

/// Emits monitor instructions with their probes, for one method.
///
/// A call may throw: the stack may overflow. The probe after `monitorenter` stands before the range
/// that the compiler protects, so it gets a handler of its own that leaves the monitor again. The
/// handler of that range leaves the monitor and protects itself: a probe that overflows in there
/// would be called again, for ever. So in there its failure is dropped. Without both the virtual
/// machine would also find the method's locking unbalanced and never compile it.
final class MonitorCode {
    private static final Hook ENTERING = Hook.of("monitorEntering", "(Ljava/lang/Object;II)V");
    private static final Hook ENTERED = Hook.of("monitorEntered", "(Ljava/lang/Object;I)V");
    private static final Hook EXITING = Hook.of("monitorExiting", "(Ljava/lang/Object;I)V");

    private final boolean isRecorded;
    private final List<Guard> guards = new ArrayList<>();

    private record Guard(Label start, Label end, Label handler) {}

    /// With probes, or for a monitor that only has to be entered and left.
    MonitorCode(boolean isRecorded) {
        this.isRecorded = isRecorded;
    }

    /// Enters the monitor on the stack. STACK: monitor → empty.
    void enter(CodeBuilder code, int site, int name) {
        if (!isRecorded) {
            code.monitorenter();
            return;
        }
        int monitor = code.allocateLocal(TypeKind.REFERENCE);
        code.dup().astore(monitor); // STACK: monitor
        ENTERING.call(code.aload(monitor).loadConstant(site).loadConstant(name));
        code.monitorenter(); // STACK:
        Label start = code.newBoundLabel();
        ENTERED.call(code.aload(monitor).loadConstant(site));
        Label entered = code.newLabel();
        code.goto_(entered);
        Label handler = code.newBoundLabel(); // STACK: exception
        guards.add(new Guard(start, handler, handler));
        code.aload(monitor).monitorexit();
        guards.add(new Guard(handler, code.newBoundLabel(), handler));
        code.athrow();
        code.labelBinding(entered);
    }

    /// Leaves the monitor on the stack. STACK: monitor → empty.
    void exit(CodeBuilder code, int site) {
        if (!isRecorded) {
            code.monitorexit();
            return;
        }
        code.dup(); // STACK: monitor, monitor
        EXITING.call(code.loadConstant(site)); // STACK: monitor
        code.monitorexit(); // STACK:
    }

    /// Leaves the monitor in the handler of what it protects. STACK: monitor, and nothing below it
    /// → empty.
    void exitAfterThrow(CodeBuilder code, int site) {
        if (!isRecorded) {
            code.monitorexit();
            return;
        }
        int monitor = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(monitor); // STACK:
        Label start = code.newBoundLabel();
        EXITING.call(code.aload(monitor).loadConstant(site));
        Label exiting = code.newLabel();
        code.goto_(exiting);
        Label handler = code.newBoundLabel(); // STACK: exception
        guards.add(new Guard(start, handler, handler));
        code.pop(); // STACK:
        code.labelBinding(exiting);
        code.aload(monitor).monitorexit();
    }

    /// Adds the handlers to the exception table, where they have to stand before those around them.
    void handlers(CodeBuilder code) {
        guards.forEach(
                guard -> code.exceptionCatchAll(guard.start(), guard.end(), guard.handler()));
    }
}
