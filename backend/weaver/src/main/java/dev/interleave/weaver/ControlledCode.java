package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// Weaves one method of a program for a controlled run: monitors are the engine's, and before
/// whatever others may see the engine is asked. Stands behind all others, as what they emit counts
/// too.
final class ControlledCode implements CodeTransform {
    private static final Hook ENTER = Hook.inControl("enter", "(Ljava/lang/Object;)V");
    private static final Hook EXIT = Hook.inControl("exit", "(Ljava/lang/Object;)V");
    private static final Hook SIGNAL_ONE = Hook.inControl("signalOne", "(Ljava/lang/Object;)V");
    private static final Hook SIGNAL_ALL = Hook.inControl("signalAll", "(Ljava/lang/Object;)V");
    private static final Hook HOLDS = Hook.inControl("holdsLock", "(Ljava/lang/Object;)Z");
    private static final Hook YIELD = Hook.inControl("yieldNow", "()Z");
    private static final Hook CALL = Hook.inControl("call", "(Ljava/lang/Object;)V");
    private static final Hook NANOS = Hook.inControl("nanoTime", "()J");
    private static final Hook MILLIS = Hook.inControl("currentTimeMillis", "()J");
    private static final Hook HASH = Hook.inControl("identityHash", "(Ljava/lang/Object;)I");

    /// Methods of `Thread` that tell nothing of what other threads do.
    private static final Set<String> OWN_BUSINESS =
            Set.of("getName", "threadId", "isVirtual", "isDaemon", "setName", "setDaemon");

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER ->
                    ENTER.call(code);
            case MonitorInstruction _ -> EXIT.call(code);
            case InvokeInstruction call when !Hook.isOwner(call.owner().asSymbol()) ->
                    call(code, call);
            default -> code.with(element);
        }
    }

    private static void call(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        switch (owner + "." + name + call.type().stringValue()) {
            case "java/lang/System.nanoTime()J" -> NANOS.call(code);
            case "java/lang/System.currentTimeMillis()J" -> MILLIS.call(code);
            case "java/lang/System.identityHashCode(Ljava/lang/Object;)I" -> HASH.call(code);
            case "java/lang/Thread.holdsLock(Ljava/lang/Object;)Z" -> HOLDS.call(code);
            case "java/lang/Thread.onSpinWait()V" -> {
                YIELD.call(code);
                code.pop();
            }
            default -> {
                if (Calls.isNotify(name, call.typeSymbol())) {
                    (name.equals("notifyAll") ? SIGNAL_ALL : SIGNAL_ONE).call(code);
                } else {
                    if (isVisible(owner, name, call)) {
                        announce(code, call);
                    }
                    code.with(call);
                }
            }
        }
    }

    private static void announce(CodeBuilder code, InvokeInstruction call) {
        if (call.opcode() == Opcode.INVOKESTATIC) {
            code.aconst_null();
            CALL.call(code);
            return;
        }
        MethodTypeDesc type = call.typeSymbol();
        Spilled arguments = Spilled.from(code, type); // STACK: receiver
        code.dup(); // STACK: receiver, receiver
        CALL.call(code);
        arguments.reload(code); // STACK: receiver, arguments
    }

    /// Whether other threads may see what a call does, or it may see what they do. What hides
    /// behind an interface shows at run time.
    private static boolean isVisible(String owner, String name, InvokeInstruction call) {
        if (name.equals("<init>") || call.opcode() == Opcode.INVOKESPECIAL) {
            return false;
        }
        boolean isStatic = call.opcode() == Opcode.INVOKESTATIC;
        if (owner.equals("java/lang/Thread")) {
            return !isStatic && !OWN_BUSINESS.contains(name);
        }
        if (isStatic) {
            return owner.equals("java/util/concurrent/locks/LockSupport")
                    || owner.startsWith("java/lang/invoke/VarHandle");
        }
        return owner.startsWith("java/util/concurrent/")
                || owner.startsWith("dev/interleave/sync/")
                || owner.equals("java/lang/invoke/VarHandle")
                || (call.isInterface() && owner.startsWith("java/util/"));
    }
}
