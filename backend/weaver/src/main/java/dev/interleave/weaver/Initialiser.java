package dev.interleave.weaver;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Optional;

/// Makes the initialiser of a class a method that the engine of a controlled run has called, once
/// in each schedule: so statics are fresh, and threads that wait for it can be moved.
final class Initialiser {
    /// What the initialiser is called then.
    static final String BODY = "$initialise";

    /// What is called before the class is used.
    static final String ENSURE = "$use";

    static final MethodTypeDesc TYPE = MethodTypeDesc.of(ConstantDescs.CD_void);

    /// Whatever may use the class calls them.
    static final int FLAGS = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private static final Hook BEGIN =
            Hook.inClassControl("beginInitialiser", "(Ljava/lang/Class;I)Z");
    private static final Hook END = Hook.inClassControl("endInitialiser", "(Ljava/lang/Class;I)V");
    private static final Hook FAIL =
            Hook.inClassControl(
                    "failInitialiser",
                    "(Ljava/lang/Class;ILjava/lang/Throwable;)Ljava/lang/Throwable;");

    private Initialiser() {}

    /// Adds what is to be called before the class is used.
    ///
    /// @param above the superclass that has to be initialised first, if it is of the program
    static void addTo(
            ClassBuilder builder, ClassModel model, int number, Optional<ClassDesc> above) {
        builder.withMethodBody(ENSURE, TYPE, FLAGS, code -> body(code, model, number, above));
    }

    private static void body(
            CodeBuilder code, ClassModel model, int number, Optional<ClassDesc> above) {
        ClassDesc type = model.thisClass().asSymbol();
        Label done = code.newLabel();
        BEGIN.call(code.loadConstant(type).loadConstant(number)); // STACK: isToBeDone
        code.ifeq(done); // STACK:
        Label start = code.newBoundLabel();
        above.ifPresent(superclass -> code.invokestatic(superclass, ENSURE, TYPE));
        code.invokestatic(type, BODY, TYPE, model.flags().has(AccessFlag.INTERFACE));
        Label end = code.newBoundLabel();
        END.call(code.loadConstant(type).loadConstant(number));
        code.goto_(done);
        Label handler = code.newBoundLabel(); // STACK: exception
        int thrown = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(thrown);
        FAIL.call(code.loadConstant(type).loadConstant(number).aload(thrown)); // STACK: exception
        code.athrow();
        code.labelBinding(done).return_();
        code.exceptionCatchAll(start, end, handler);
    }
}
