package dev.interleave.weaver;

import dev.interleave.model.program.Variable;
import dev.interleave.model.trace.EventKind;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Weaves the accesses to memory of one method: fields of the program, elements of arrays, and
/// operations of atomics, variable handles and concurrent collections. Each is recorded just after
/// it happened. Stands behind [SnippetCode], and holds state for that one method.
final class MemoryCode implements CodeTransform {
    private static final Recording ACCESSED =
            new Recording(
                    Hook.inAccesses("accessed", "(Ljava/lang/Object;JII)V"),
                    Hook.inAccesses("accessed", "(Ljava/lang/Object;Ljava/lang/Object;III)V"));
    private static final Recording USED =
            new Recording(
                    Hook.inAccesses("used", "(Ljava/lang/Object;JII)V"),
                    Hook.inAccesses("used", "(Ljava/lang/Object;Ljava/lang/Object;III)V"));
    private static final Hook ELEMENT_VALUE =
            Hook.inAccesses("element", "(Ljava/lang/Object;IJII)V");
    private static final Hook ELEMENT_REFERENCE =
            Hook.inAccesses("element", "(Ljava/lang/Object;ILjava/lang/Object;II)V");
    private static final Hook ASK_FIELD = Hook.inMemoryControl("access", "(Ljava/lang/Object;II)V");
    private static final Hook ASK_VOLATILE =
            Hook.inMemoryControl("volatileAccess", "(Ljava/lang/Object;I)V");
    private static final Hook ASK_FINAL =
            Hook.inMemoryControl("readFinal", "(Ljava/lang/Object;)V");
    private static final Hook ASK_ELEMENT =
            Hook.inMemoryControl("element", "(Ljava/lang/Object;III)V");
    private static final MethodTypeDesc RAW_BITS =
            MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_double);

    /// The hooks that record a value of a variable or operation: a plain one, and an object.
    private record Recording(Hook value, Hook reference) {}

    private final MethodContext method;
    private final ProgramClasses classes;
    private final VariableTable variables;
    private final boolean asksFirst;
    private int line;

    /// How many objects are being made whose constructor has not been called. In a constructor, one
    /// less than none means that the call of another constructor is done, and `this` an object.
    private int unconstructed;

    private boolean isThisAnObject;

    /// `asksFirst` when the engine of a controlled run is to be asked before each access.
    MemoryCode(
            MethodContext method,
            ProgramClasses classes,
            VariableTable variables,
            boolean asksFirst) {
        this.method = method;
        this.classes = classes;
        this.variables = variables;
        this.asksFirst = asksFirst;
        this.isThisAnObject = !method.isConstructor();
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber at -> {
                line = at.line(); // the editor's: this runs behind SnippetCode
                code.with(at);
            }
            case FieldInstruction field when classes.isRecorded(field) -> field(code, field);
            case FieldInstruction field
                    when asksFirst
                            && field.opcode() == Opcode.GETFIELD
                            && isThisAnObject
                            && classes.isFinal(field) -> {
                ASK_FINAL.call(code.dup());
                code.with(field);
            }
            case ArrayLoadInstruction load -> load(code, load);
            case ArrayStoreInstruction store -> store(code, store);
            case InvokeInstruction call when AtomicCalls.isOne(call) ->
                    operation(code, call, ACCESSED);
            case InvokeInstruction call when CollectionCalls.mayBeConcurrent(call) ->
                    operation(code, call, USED);
            default -> {
                code.with(element);
                construct(element);
            }
        }
    }

    private void construct(CodeElement element) {
        if (element instanceof NewObjectInstruction) {
            unconstructed++;
        } else if (element instanceof InvokeInstruction call
                && call.name().equalsString("<init>")
                && unconstructed-- == 0) {
            unconstructed = 0;
            isThisAnObject = true;
        }
    }

    private void field(CodeBuilder code, FieldInstruction field) {
        TypeKind kind = TypeKind.from(field.typeSymbol());
        boolean isRead = field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC;
        boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        if (!isStatic && !isThisAnObject) {
            code.with(field);
            return;
        }
        int value = code.allocateLocal(kind);
        int owner = code.allocateLocal(TypeKind.REFERENCE);
        if (!isRead) {
            code.storeLocal(kind, value); // STACK: owner?
        }
        if (isStatic) {
            code.aconst_null(); // STACK: null
        } else {
            code.dup(); // STACK: owner, owner
        }
        code.astore(owner); // STACK: owner?
        boolean isVolatile = classes.isVolatile(field);
        int variable =
                variables.numberOf(
                        new Variable(
                                (isStatic ? Variable.STATIC : 0)
                                        + (isVolatile ? Variable.VOLATILE : 0),
                                field.type().stringValue().charAt(0),
                                simpleName(field.owner().asSymbol())
                                        + "."
                                        + field.name().stringValue()));
        if (asksFirst) {
            code.aload(owner).loadConstant(variable << 1 | (isRead ? 0 : 1));
            if (isVolatile) {
                ASK_VOLATILE.call(code);
            } else {
                ASK_FIELD.call(code.loadConstant(method.siteAt(line)));
            }
        }
        if (!isRead) {
            code.loadLocal(kind, value);
        }
        code.with(field);
        if (isRead) {
            dup(code, kind).storeLocal(kind, value); // STACK: value
        }
        EventKind what = isRead ? EventKind.FIELD_READ : EventKind.FIELD_WRITTEN;
        record(
                code,
                ACCESSED,
                owner,
                kind,
                value,
                what,
                variable,
                method.nameOf(field.name().stringValue()));
    }

    /// STACK: array, index → value.
    private void load(CodeBuilder code, ArrayLoadInstruction load) {
        TypeKind kind = load.typeKind();
        int value = code.allocateLocal(kind);
        int index = code.allocateLocal(TypeKind.INT);
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.dup2().istore(index).astore(array); // STACK: array, index
        ask(code, array, index, 0);
        code.with(load); // STACK: value
        dup(code, kind).storeLocal(kind, value);
        recordElement(code, array, index, kind, value, EventKind.ARRAY_READ);
    }

    /// STACK: array, index, value → empty.
    private void store(CodeBuilder code, ArrayStoreInstruction store) {
        TypeKind kind = store.typeKind();
        int value = code.allocateLocal(kind);
        int index = code.allocateLocal(TypeKind.INT);
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.storeLocal(kind, value).dup2().istore(index).astore(array); // STACK: array, index
        ask(code, array, index, 1);
        code.loadLocal(kind, value).with(store);
        recordElement(code, array, index, kind, value, EventKind.ARRAY_WRITTEN);
    }

    private void ask(CodeBuilder code, int array, int index, int writes) {
        if (asksFirst) {
            code.aload(array).iload(index).loadConstant(writes);
            ASK_ELEMENT.call(code.loadConstant(method.siteAt(line)));
        }
    }

    private void operation(CodeBuilder code, InvokeInstruction call, Recording recording) {
        MethodTypeDesc type = call.typeSymbol();
        Spilled arguments = Spilled.from(code, type); // STACK: receiver
        int owner = code.allocateLocal(TypeKind.REFERENCE);
        code.dup().astore(owner);
        arguments.reload(code);
        code.with(call); // STACK: result?
        ClassDesc result = type.returnType();
        boolean isVoid = result.equals(ConstantDescs.CD_void);
        int last = type.parameterCount() - 1;
        ClassDesc valueType = isVoid && last >= 0 ? type.parameterType(last) : result;
        TypeKind kind = TypeKind.from(valueType);
        int variable =
                variables.numberOf(
                        new Variable(
                                Variable.OPERATION,
                                valueType.descriptorString().charAt(0),
                                simpleName(call.owner().asSymbol())
                                        + "."
                                        + call.name().stringValue()));
        if (isVoid && last < 0) {
            int none = code.allocateLocal(TypeKind.INT);
            code.iconst_0().istore(none);
            recordUse(code, recording, owner, TypeKind.INT, none, variable);
        } else if (isVoid) {
            recordUse(code, recording, owner, kind, arguments.slots().get(last), variable);
        } else {
            int value = code.allocateLocal(kind);
            dup(code, kind).storeLocal(kind, value);
            recordUse(code, recording, owner, kind, value, variable);
        }
    }

    private void recordUse(
            CodeBuilder code,
            Recording recording,
            int owner,
            TypeKind kind,
            int value,
            int variable) {
        record(code, recording, owner, kind, value, EventKind.ATOMIC_USED, variable, 0);
    }

    private void record(
            CodeBuilder code,
            Recording recording,
            int owner,
            TypeKind kind,
            int value,
            EventKind what,
            int variable,
            int name) {
        code.aload(owner);
        boolean isReference = loadValue(code, kind, value);
        code.loadConstant(what.code() | variable << 16).loadConstant(method.siteAt(line));
        if (isReference) {
            recording.reference.call(code.loadConstant(name));
        } else {
            recording.value.call(code);
        }
    }

    private void recordElement(
            CodeBuilder code, int array, int index, TypeKind kind, int value, EventKind what) {
        code.aload(array).iload(index);
        boolean isReference = loadValue(code, kind, value);
        code.loadConstant(what.code()).loadConstant(method.siteAt(line));
        (isReference ? ELEMENT_REFERENCE : ELEMENT_VALUE).call(code);
    }

    /// Loads a value as the long or the object that the probes take; whether it is an object.
    private static boolean loadValue(CodeBuilder code, TypeKind kind, int slot) {
        code.loadLocal(kind, slot);
        switch (kind) {
            case LONG, REFERENCE -> {}
            case FLOAT -> rawBits(code.f2d());
            case DOUBLE -> rawBits(code);
            default -> code.i2l();
        }
        return kind == TypeKind.REFERENCE;
    }

    private static void rawBits(CodeBuilder code) {
        code.invokestatic(ConstantDescs.CD_Double, "doubleToRawLongBits", RAW_BITS);
    }

    private static CodeBuilder dup(CodeBuilder code, TypeKind kind) {
        return kind.slotSize() == 2 ? code.dup2() : code.dup();
    }

    private static String simpleName(ClassDesc type) {
        String name = type.displayName();
        return name.replace('$', '.');
    }
}
