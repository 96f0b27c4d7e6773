package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Has the fields of a program's interfaces kept elsewhere in a controlled run: they must be final,
/// and only the true initialiser, which runs once, may set final fields.
record InterfaceFields(ProgramClasses classes) implements CodeTransform {
    private static final Hook GET = Hook.inClassControl("interfaceField", "(I)Ljava/lang/Object;");
    private static final Hook SET =
            Hook.inClassControl("setInterfaceField", "(Ljava/lang/Object;I)V");

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        int number = element instanceof FieldInstruction field ? classes.interfaceField(field) : 0;
        if (!(element instanceof FieldInstruction field) || number == 0) {
            code.with(element);
        } else if (field.opcode() == Opcode.GETSTATIC) {
            GET.call(code.loadConstant(number)); // STACK: reference
            unbox(code, field.typeSymbol()); // STACK: value
        } else {
            box(code, field.typeSymbol()); // STACK: reference
            SET.call(code.loadConstant(number)); // STACK: empty
        }
    }

    private static void box(CodeBuilder code, ClassDesc type) {
        if (type.isPrimitive()) {
            ClassDesc boxed = boxOf(type);
            code.invokestatic(boxed, "valueOf", MethodTypeDesc.of(boxed, type));
        }
    }

    private static void unbox(CodeBuilder code, ClassDesc type) {
        if (type.isPrimitive()) {
            ClassDesc boxed = boxOf(type);
            code.checkcast(boxed)
                    .invokevirtual(boxed, type.displayName() + "Value", MethodTypeDesc.of(type));
        } else {
            code.checkcast(type);
        }
    }

    private static ClassDesc boxOf(ClassDesc type) {
        return switch (TypeKind.from(type)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException(type + " has no box");
        };
    }
}
