package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;

/// Emits monitor instructions with their probes, for one method.
///
/// The probe after `monitorenter` stands before the range that the compiler protects, and a call
/// may throw (the stack may overflow). So it gets a handler of its own that leaves the monitor
/// again; without it the virtual machine would also find the method's locking unbalanced and never
/// compile it.
final class MonitorCode {
    private static final Hook ENTERING = Hook.of("monitorEntering", "(Ljava/lang/Object;II)V");
    private static final Hook ENTERED = Hook.of("monitorEntered", "(Ljava/lang/Object;I)V");
    private static final Hook EXITING = Hook.of("monitorExiting", "(Ljava/lang/Object;I)V");

    private final List<Guard> guards = new ArrayList<>();

    private record Guard(Label start, Label end, int monitor) {}

    /// Enters the monitor on the stack. STACK: monitor → empty.
    void enter(CodeBuilder code, int site, int name) {
        int monitor = code.allocateLocal(TypeKind.REFERENCE);
        code.dup().astore(monitor); // STACK: monitor
        ENTERING.call(code.aload(monitor).loadConstant(site).loadConstant(name));
        code.monitorenter(); // STACK:
        Label start = code.newBoundLabel();
        ENTERED.call(code.aload(monitor).loadConstant(site));
        guards.add(new Guard(start, code.newBoundLabel(), monitor));
    }

    /// Leaves the monitor on the stack. STACK: monitor → empty.
    void exit(CodeBuilder code, int site) {
        code.dup(); // STACK: monitor, monitor
        EXITING.call(code.loadConstant(site)); // STACK: monitor
        code.monitorexit(); // STACK:
    }

    /// Emits the handlers, behind the last instruction.
    void handlers(CodeBuilder code) {
        for (Guard guard : guards) {
            Label handler = code.newBoundLabel();
            code.exceptionCatchAll(guard.start(), guard.end(), handler); // STACK: exception
            code.aload(guard.monitor()).monitorexit();
            code.exceptionCatchAll(handler, code.newBoundLabel(), handler);
            code.athrow();
        }
    }
}
