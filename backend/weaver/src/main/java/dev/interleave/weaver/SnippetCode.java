package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.MethodTypeDesc;

/// Weaves one method of a snippet: `synchronized` blocks, notifies, and where each call to other
/// code comes from. Also turns the line numbers into the editor's. Holds state for that one method.
final class SnippetCode implements CodeTransform {
    private static final Hook AT = Hook.of("at", "(I)V");
    private static final Hook USING = Hook.of("using", "(Ljava/lang/Object;II)V");
    private static final Hook USING_COLLECTION = Hook.inUses("using", "(Ljava/lang/Object;III)V");
    private static final Hook USING_CLASS = Hook.inClasses("using", "(Ljava/lang/Class;II)V");
    private static final Hook SYNCHRONIZING = Hook.inUses("synchronizing", "()V");
    private static final Hook WAITING_ONCE = Hook.of("waitingOnce", "(I)V");
    private static final Hook WAITING_BLINDLY = Hook.of("waitingBlindly", "(I)V");
    private static final Hook NOTIFYING = Hook.of("notifying", "(Ljava/lang/Object;III)V");

    private final MethodContext method;
    private final Waits waits;
    private final ProgramClasses classes;
    private final MethodReferences references;
    private final boolean recordsMemory;
    private final MonitorCode monitors;
    private final OperandNames names;
    private int line;
    private int bci;

    /// What is wrong with waits, told by the call and its index.
    interface Waits {
        /// See [WaitCalls#looksOnce].
        boolean looksOnce(InvokeInstruction call, int bci);

        /// See [WaitCalls#isBlind].
        boolean isBlind(InvokeInstruction call, int bci);
    }

    SnippetCode(
            MethodContext method,
            Waits waits,
            ProgramClasses classes,
            MethodReferences references,
            boolean recordsMemory) {
        this.method = method;
        this.waits = waits;
        this.classes = classes;
        this.references = references;
        this.recordsMemory = recordsMemory;
        this.monitors = new MonitorCode();
        this.names = new OperandNames(slot -> method.localName(slot, bci));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof Instruction instruction) {
            beforeClassUse(code, instruction);
        }
        switch (element) {
            case LineNumber at -> {
                line = method.editorLine(at.line());
                if (line > 0) {
                    code.lineNumber(line);
                }
            }
            case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER ->
                    monitors.enter(code, site(), method.nameOf(names.at(0)));
            case MonitorInstruction _ -> monitors.exit(code, site());
            case FieldInstruction field when classes.isVolatile(field) -> {
                SYNCHRONIZING.call(code);
                code.with(field);
            }
            case InvokeInstruction call -> {
                beforeCall(code, call);
                code.with(call);
            }
            case InvokeDynamicInstruction lambda ->
                    references
                            .redirected(lambda, site(), method.nameOf(names.at(0)))
                            .ifPresentOrElse(code::invokedynamic, () -> code.with(lambda));
            default -> code.with(element);
        }
        names.accept(element);
        if (element instanceof Instruction instruction) {
            bci += instruction.sizeInBytes();
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        monitors.handlers(code);
    }

    private void beforeCall(CodeBuilder code, InvokeInstruction call) {
        String name = call.name().stringValue();
        if (name.equals("<init>") || Calls.isHarmless(call.owner().asInternalName())) {
            return;
        }
        MethodTypeDesc type = call.typeSymbol();
        if (waits.looksOnce(call, bci)) {
            WAITING_ONCE.call(code.loadConstant(site()));
        }
        if (waits.isBlind(call, bci)) {
            WAITING_BLINDLY.call(code.loadConstant(site()));
        }
        if (AtomicCalls.isOne(call)) {
            SYNCHRONIZING.call(code);
        }
        int receiverName = method.nameOf(names.at(type.parameterCount()));
        if (Calls.isNotify(name, type)) {
            code.dup()
                    .loadConstant(site())
                    .loadConstant(receiverName); // STACK: monitor, monitor, site, name
            NOTIFYING.call(code.loadConstant(name.equals("notifyAll") ? 1 : 0)); // STACK: monitor
            AT.call(code.loadConstant(site()));
        } else if (call.opcode() != Opcode.INVOKESTATIC && CollectionCalls.isOne(call)) {
            Spilled arguments = Spilled.from(code, type); // STACK: receiver
            code.dup().loadConstant(site()).loadConstant(receiverName);
            USING_COLLECTION.call(code.loadConstant(CollectionCalls.isModifying(name) ? 1 : 0));
            arguments.reload(code); // STACK: receiver, arguments
        } else if (call.opcode() != Opcode.INVOKESTATIC
                && (Calls.isOperation(name, type) || (recordsMemory && AtomicCalls.isOne(call)))) {
            Spilled arguments = Spilled.from(code, type); // STACK: receiver
            code.dup().loadConstant(site()).loadConstant(receiverName);
            USING.call(code); // STACK: receiver
            arguments.reload(code); // STACK: receiver, arguments
        } else {
            AT.call(code.loadConstant(site()));
        }
    }

    /// What may initialise another class of the program, and then has to wait while another thread
    /// does that.
    private void beforeClassUse(CodeBuilder code, Instruction instruction) {
        ClassEntry used =
                switch (instruction) {
                    case FieldInstruction field when isStatic(field.opcode()) -> field.owner();
                    case InvokeInstruction call when isStatic(call.opcode()) -> call.owner();
                    case NewObjectInstruction created -> created.className();
                    default -> null;
                };
        int initialiser =
                used == null || used.asSymbol().equals(method.ownerType())
                        ? 0
                        : classes.initialiserOf(used.asInternalName());
        if (used != null && initialiser != 0) {
            code.ldc(used).loadConstant(initialiser).loadConstant(site());
            USING_CLASS.call(code);
        }
    }

    private static boolean isStatic(Opcode opcode) {
        return switch (opcode) {
            case GETSTATIC, PUTSTATIC, INVOKESTATIC -> true;
            default -> false;
        };
    }

    private int site() {
        return method.siteAt(line);
    }
}
