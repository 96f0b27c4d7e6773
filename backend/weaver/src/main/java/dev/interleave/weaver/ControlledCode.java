package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// Weaves one method of a program for a controlled run: monitors are the engine's, and before
/// whatever others may see the engine is asked. Stands behind all others, as what they emit counts
/// too.
final class ControlledCode implements CodeTransform {
    private static final Hook ENTER = Hook.inMonitorControl("enter", "(Ljava/lang/Object;)V");
    private static final Hook EXIT = Hook.inMonitorControl("exit", "(Ljava/lang/Object;)V");
    private static final Hook SIGNAL_ONE =
            Hook.inMonitorControl("signalOne", "(Ljava/lang/Object;)V");
    private static final Hook SIGNAL_ALL =
            Hook.inMonitorControl("signalAll", "(Ljava/lang/Object;)V");
    private static final Hook HOLDS = Hook.inMonitorControl("holdsLock", "(Ljava/lang/Object;)Z");
    private static final Hook YIELD = Hook.inThreadControl("yieldNow", "()Z");
    private static final Hook CALL = Hook.inMemoryControl("call", "(Ljava/lang/Object;)V");
    private static final Hook HANDLE =
            Hook.inMemoryControl("handle", "(Ljava/lang/Object;Ljava/lang/Object;III)V");
    private static final Hook FREEZE = Hook.inMemoryControl("freeze", "(Ljava/lang/Object;)V");
    private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
    private static final Hook NANOS = Hook.inClockControl("programNanoTime", "()J");
    private static final Hook MILLIS = Hook.inClockControl("programTimeMillis", "()J");

    private static final Hook IDENTITY_HASH =
            Hook.inChanceControl("identityHash", "(Ljava/lang/Object;)I");
    private static final Hook HASH = Hook.inChanceControl("hashCode", "(Ljava/lang/Object;)I");

    private static final ClassDesc HANDLER =
            ClassDesc.of("java.lang.Thread$UncaughtExceptionHandler");
    private static final String SETS_HANDLER =
            "java/lang/Thread.setDefaultUncaughtExceptionHandler"
                    + "(Ljava/lang/Thread$UncaughtExceptionHandler;)V";

    private static final Pattern PRINTING = Pattern.compile("print.*|append|format|write.*");
    private static final Hook PRINTS = Hook.inMemoryControl("prints", "(Ljava/io/PrintStream;)V");

    private static final String SYSTEM = "java/lang/System";
    private static final Set<String> PROPERTIES =
            Set.of("getProperties", "setProperties", "setProperty", "clearProperty");
    private static final Hook GIVES_PROPERTIES = Hook.inClassControl("givesProperties", "()V");

    private static final String FIELD = "java/lang/reflect/Field";
    private static final Pattern ACCESSOR =
            Pattern.compile("[gs]et(Boolean|Byte|Char|Short|Int|Long|Float|Double)?");
    private static final Hook REFLECTED =
            Hook.inMemoryControl("reflected", "(Ljava/lang/reflect/Field;Ljava/lang/Object;II)V");

    /// What reads and writes fields past all hooks, but for variable handles.
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

    private static final Pattern UNSEEN = Pattern.compile("(find|unreflect)(Static)?[GS]etter");
    private static final Hook HIDES = Hook.inMemoryControl("unseen", "()V");

    private static final int TRIES = 6;
    private static final Pattern MODES =
            Pattern.compile("(get|set|compareAnd|weakCompareAnd)(And|Set|Exchange|$|[VAROP]).*");

    /// Methods of `Thread` that tell nothing of what other threads do.
    private static final Set<String> OWN_BUSINESS =
            Set.of("getName", "threadId", "isVirtual", "isDaemon", "setName", "setDaemon");

    /// Types that what threads share may be called by, or that threads share by themselves.
    private static final Set<String> MAY_HIDE_ONE =
            Set.of(
                    "java/lang/Object",
                    "java/lang/Number",
                    "java/lang/Iterable",
                    "java/lang/Runnable",
                    "java/lang/AutoCloseable",
                    "java/lang/CharSequence",
                    "java/lang/Appendable",
                    "java/lang/StringBuffer",
                    "java/util/Random");

    private final IntUnaryOperator siteAt;
    private final boolean freezes;
    private int line;

    /// @param siteAt the number of the place at a line of the editor
    /// @param freezes whether it is a constructor of a class with final fields
    ControlledCode(IntUnaryOperator siteAt, boolean freezes) {
        this.siteAt = siteAt;
        this.freezes = freezes;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber at -> {
                line = at.line(); // the editor's: this runs behind SnippetCode
                code.with(at);
            }
            case ReturnInstruction _ when freezes -> {
                FREEZE.call(code.aload(0));
                code.with(element);
            }
            case InvokeInstruction call when isHandleAccess(call) -> handle(code, call);
            case InvokeDynamicInstruction text when ShownObjects.concatenates(text) -> {
                ShownObjects.announce(code, text, site());
                code.with(text);
            }
            case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER ->
                    ENTER.call(code);
            case MonitorInstruction _ -> EXIT.call(code);
            case InvokeInstruction call when !Hook.isOwner(call.owner().asSymbol()) ->
                    call(code, call);
            default -> code.with(element);
        }
    }

    private void call(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        switch (owner + "." + name + call.type().stringValue()) {
            case "java/lang/System.nanoTime()J" -> NANOS.call(code);
            case "java/lang/System.currentTimeMillis()J" -> MILLIS.call(code);
            case "java/lang/System.identityHashCode(Ljava/lang/Object;)I" ->
                    IDENTITY_HASH.call(code);
            case "java/lang/Thread.holdsLock(Ljava/lang/Object;)Z" -> HOLDS.call(code);
            case SETS_HANDLER -> {
                CALL.call(code.aconst_null());
                SyncCode.EXCHANGE.call(code.loadConstant(HANDLER));
                code.with(call);
            }
            case "java/lang/Thread.onSpinWait()V" -> {
                YIELD.call(code);
                code.pop();
            }
            default -> ordinary(code, call, owner, name);
        }
    }

    private void ordinary(CodeBuilder code, InvokeInstruction call, String owner, String name) {
        if (isHash(call)) {
            (call.opcode() == Opcode.INVOKESPECIAL ? IDENTITY_HASH : HASH).call(code);
            return;
        }
        if (Calls.isNotify(name, call.typeSymbol())) {
            (name.equals("notifyAll") ? SIGNAL_ALL : SIGNAL_ONE).call(code);
            return;
        }
        if (owner.equals(SYSTEM) && PROPERTIES.contains(name)) {
            GIVES_PROPERTIES.call(code);
        } else if (owner.equals(LOOKUP) && UNSEEN.matcher(name).matches()) {
            HIDES.call(code);
        } else if (owner.equals(FIELD) && ACCESSOR.matcher(name).matches()) {
            beforeReflection(code, call);
        } else if (isPrinting(owner, name)) {
            announce(code, call, PRINTS, false);
        } else if (isVisible(owner, name, call)) {
            announce(code, call, CALL, owner.equals("java/lang/StringBuffer"));
        }
        ShownObjects.announce(code, call, site());
        code.with(call);
    }

    /// STACK: field, owner, perhaps value → same.
    private void beforeReflection(CodeBuilder code, InvokeInstruction call) {
        Spilled arguments = Spilled.from(code, call.typeSymbol()); // STACK: field
        code.dup(); // STACK: field, field
        arguments.load(code, 0);
        code.loadConstant(call.name().stringValue().startsWith("set") ? 1 : 0);
        REFLECTED.call(code.loadConstant(site())); // STACK: field
        arguments.reload(code);
    }

    /// `super.hashCode()` counts where that is the one of `Object`.
    private static boolean isHash(InvokeInstruction call) {
        return call.name().equalsString("hashCode")
                && call.type().equalsString("()I")
                && (call.opcode() != Opcode.INVOKESPECIAL
                        || call.owner().asInternalName().equals("java/lang/Object"));
    }

    private static boolean isHandleAccess(InvokeInstruction call) {
        return call.owner().asInternalName().equals(VAR_HANDLE)
                && call.opcode() == Opcode.INVOKEVIRTUAL
                && MODES.matcher(call.name().stringValue()).matches();
    }

    /// STACK: handle, arguments → result.
    private void handle(CodeBuilder code, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        Spilled arguments = Spilled.from(code, type); // STACK: handle
        boolean hasOwner = type.parameterCount() > 0 && !type.parameterType(0).isPrimitive();
        boolean hasIndex =
                hasOwner
                        && type.parameterCount() > 1
                        && type.parameterType(0).isArray()
                        && type.parameterType(1).equals(ConstantDescs.CD_int);
        int owner = code.allocateLocal(TypeKind.REFERENCE);
        if (hasOwner) {
            arguments.load(code, 0);
        } else {
            code.dup(); // the handle stands for its static field
        }
        code.astore(owner);
        int mode = modeOf(call.name().stringValue(), type.returnType());
        code.dup().aload(owner);
        if (hasIndex) {
            arguments.load(code, 1);
        } else {
            code.iconst_0();
        }
        HANDLE.call(code.loadConstant(mode).loadConstant(site()));
        arguments.reload(code);
        code.with(call);
        if (mode == TRIES) {
            SyncCode.TRIED.call(code.dup().aload(owner));
        }
    }

    private int site() {
        return siteAt.applyAsInt(line);
    }

    /// See `MemoryControl.handle`.
    private static int modeOf(String name, ClassDesc result) {
        if (name.equals("get")) {
            return 0;
        }
        if (name.equals("set")) {
            return 1;
        }
        Hook hook = SyncCode.hookOf(name, result);
        if (hook == null) {
            return SyncCode.isLook(name) ? 5 : 7;
        }
        if (hook.equals(SyncCode.ACQUIRE)) {
            return 2;
        }
        if (hook.equals(SyncCode.RELEASE)) {
            return 3;
        }
        return hook.equals(SyncCode.TRIED) ? TRIES : 4;
    }

    /// Tells a hook of the receiver, or null. STACK: receiver, if there is one, arguments → same.
    private static void announce(
            CodeBuilder code, InvokeInstruction call, Hook hook, boolean exchanges) {
        if (call.opcode() == Opcode.INVOKESTATIC) {
            hook.call(code.aconst_null());
            return;
        }
        MethodTypeDesc type = call.typeSymbol();
        Spilled arguments = Spilled.from(code, type); // STACK: receiver
        hook.call(code.dup()); // STACK: receiver
        if (exchanges) {
            SyncCode.EXCHANGE.call(code.dup()); // its own code has no hooks
        }
        arguments.reload(code); // STACK: receiver, arguments
    }

    private static boolean isPrinting(String owner, String name) {
        return switch (owner) {
            case "java/lang/IO" -> name.startsWith("print");
            case "java/io/PrintStream" ->
                    !name.equals(ConstantDescs.INIT_NAME) && PRINTING.matcher(name).matches();
            default -> false;
        };
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
            return owner.equals("java/util/concurrent/locks/LockSupport");
        }
        return owner.startsWith("java/util/concurrent/")
                || owner.startsWith("dev/interleave/sync/")
                || MAY_HIDE_ONE.contains(owner)
                || (call.isInterface() && owner.startsWith("java/util/"));
    }
}
