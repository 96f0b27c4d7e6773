package dev.interleave.weaver;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// What the source calls the values on the operand stack, as far as straight-line code tells: the
/// variable or field a value was last read from, else the empty name.
///
/// Values are counted, not slots. At a branch, a label, or an instruction it does not follow, it
/// forgets everything: a missing name costs a label, a wrong one would mislead.
final class OperandNames {
    /// Methods that return another view of their receiver.
    private static final Set<String> VIEWS =
            Set.of("readLock", "writeLock", "asReadLock", "asWriteLock");

    private final List<String> stack = new ArrayList<>();
    private final IntFunction<String> localName;

    /// `localName` names the local variable in a slot, at the instruction passed to [#accept].
    OperandNames(IntFunction<String> localName) {
        this.localName = localName;
    }

    /// The name of the value `depth` values below the top.
    String at(int depth) {
        int index = stack.size() - 1 - depth;
        return index < 0 ? "" : stack.get(index);
    }

    /// Follows one element of the code.
    void accept(CodeElement element) {
        switch (element) {
            case LoadInstruction load ->
                    push(load.typeKind() == TypeKind.REFERENCE ? localName.apply(load.slot()) : "");
            case StoreInstruction _ -> pop(1);
            case ConstantInstruction _, NewObjectInstruction _ -> push("");
            case IncrementInstruction _, ConvertInstruction _ -> {}
            case TypeCheckInstruction check -> {
                if (check.opcode() == Opcode.INSTANCEOF) {
                    pop(1);
                    push("");
                }
            }
            case FieldInstruction field -> field(field);
            case ArrayLoadInstruction _ -> {
                String array = at(1);
                pop(2);
                push(array.isEmpty() ? "" : array + "[…]");
            }
            case InvokeInstruction call ->
                    call(
                            call.name().stringValue(),
                            call.typeSymbol(),
                            call.opcode() != Opcode.INVOKESTATIC);
            case InvokeDynamicInstruction call -> call("", call.typeSymbol(), false);
            case OperatorInstruction operator -> operator(operator.opcode());
            case StackInstruction move -> move(move.opcode());
            case LabelTarget _ -> stack.clear();
            case Instruction _ -> stack.clear();
            default -> {} // line numbers and the like
        }
    }

    private void field(FieldInstruction field) {
        String name = field.name().stringValue();
        switch (field.opcode()) {
            case GETSTATIC -> push(name);
            case GETFIELD -> {
                pop(1);
                push(name);
            }
            case PUTSTATIC -> pop(1);
            default -> pop(2);
        }
    }

    private void call(String method, MethodTypeDesc type, boolean hasReceiver) {
        if (VIEWS.contains(method) && type.parameterCount() == 0 && hasReceiver) {
            return; // `rw.readLock()` is called as `rw` is
        }
        pop(type.parameterCount() + (hasReceiver ? 1 : 0));
        if (!type.returnType().equals(ConstantDescs.CD_void)) {
            push("");
        }
    }

    private void operator(Opcode opcode) {
        switch (opcode) {
            case INEG, LNEG, FNEG, DNEG, ARRAYLENGTH -> pop(1);
            default -> pop(2);
        }
        push("");
    }

    private void move(Opcode opcode) {
        switch (opcode) {
            case DUP -> push(at(0));
            case POP -> pop(1);
            default -> stack.clear();
        }
    }

    private void push(String name) {
        stack.add(name);
    }

    private void pop(int count) {
        for (int i = 0; i < count && !stack.isEmpty(); i++) {
            stack.removeLast();
        }
    }
}
