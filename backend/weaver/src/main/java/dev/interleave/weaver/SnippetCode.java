package dev.interleave.weaver;

import dev.interleave.model.program.Weaving;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

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

    /// How a `synchronized` block's handler begins: it stores the exception and loads the monitor.
    private static final int LEAVING = 2;

    private final MethodContext method;
    private final Waits waits;
    private final ProgramClasses classes;
    private final MethodReferences references;
    private final Weaving weaving;
    private final MonitorCode monitors;
    private final OperandNames names;

    /// The method's own, which come after those of the probes that stand inside of them.
    private final List<ExceptionCatch> handlers = new ArrayList<>();

    private int line;
    private int bci;

    /// How many instructions ago the last handler began that protects itself.
    private int sinceHandler = LEAVING + 1;

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
            Weaving weaving) {
        this.method = method;
        this.waits = waits;
        this.classes = classes;
        this.references = references;
        this.weaving = weaving;
        this.monitors = new MonitorCode(true);
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
            case MonitorInstruction _ when sinceHandler == LEAVING ->
                    monitors.exitAfterThrow(code, site());
            case MonitorInstruction _ -> monitors.exit(code, site());
            case ExceptionCatch handler -> handlers.add(handler); // these come first of all
            case LabelTarget target -> {
                if (protectsItself(target.label())) {
                    sinceHandler = 0;
                }
                code.with(target);
            }
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
            sinceHandler++;
        }
    }

    /// Whether a handler begins here that is its own, too.
    private boolean protectsItself(Label label) {
        return handlers.stream()
                .anyMatch(handler ->
                        handler.handler().equals(label) && handler.tryStart().equals(label));
    }

    @Override
    public void atEnd(CodeBuilder code) {
        monitors.handlers(code);
        handlers.forEach(code::with);
    }

    private void beforeCall(CodeBuilder code, InvokeInstruction call) {
        String name = call.name().stringValue();
        if (weaving == Weaving.CONTROLLED) {
            String owner = classes.libraryOwnerOf(call);
            if (owner != null) {
                ContentsCalls.announce(code, call, owner, site());
            }
        }
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
                && (Calls.isOperation(name, type)
                        || (weaving.isMemoryWatched() && AtomicCalls.isOne(call)))) {
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
        String used =
                switch (instruction) {
                    case FieldInstruction field when isStatic(field.opcode()) ->
                            classes.declarerOf(field.owner().asInternalName(), field.field());
                    case InvokeInstruction call when isStatic(call.opcode()) ->
                            classes.declarerOf(call.owner().asInternalName(), call.method());
                    case NewObjectInstruction created -> created.className().asInternalName();
                    default -> null;
                };
        if (used == null) {
            return;
        }
        ClassDesc type = ClassDesc.ofInternalName(used);
        int initialiser = type.equals(method.ownerType()) ? 0 : classes.initialiserOf(used);
        if (initialiser != 0 && weaving == Weaving.CONTROLLED) {
            code.invokestatic(
                    type, Initialiser.ENSURE, Initialiser.TYPE, classes.isInterface(used));
        } else if (initialiser != 0) {
            code.loadConstant(type).loadConstant(initialiser).loadConstant(site());
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
