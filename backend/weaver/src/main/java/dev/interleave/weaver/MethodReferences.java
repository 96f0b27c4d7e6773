package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns method references to what matters, such as `latch::countDown`, into references to methods
/// of the program that make the call: only there can a probe stand before it. For the engine of a
/// controlled run all that the JDK does matters, and what initialises classes. Holds state for one
/// class.
final class MethodReferences {
    private static final Hook USING = Hook.of("using", "(Ljava/lang/Object;II)V");
    private static final Hook AT = Hook.of("at", "(I)V");
    private static final Hook NOTIFYING = Hook.of("notifying", "(Ljava/lang/Object;III)V");

    private final ClassDesc owner;
    private final boolean isInterface;
    private final @Nullable ProgramClasses controlled;
    private final List<Bridge> bridges = new ArrayList<>();

    /// A method to be added.
    ///
    /// @param name its name
    /// @param type its parameters, the receiver first, and result
    /// @param target what it calls
    /// @param site where the reference stands
    /// @param receiver the number of the name that the receiver has there
    private record Bridge(
            String name,
            MethodTypeDesc type,
            DirectMethodHandleDesc target,
            int site,
            int receiver) {}

    /// @param owner the class
    /// @param controlled the program's classes, where the engine of a controlled run has to know of
    ///   all calls; else null
    MethodReferences(ClassDesc owner, boolean isInterface, @Nullable ProgramClasses controlled) {
        this.owner = owner;
        this.isInterface = isInterface;
        this.controlled = controlled;
    }

    /// The call site that refers to a new method instead, or empty when the reference may stay as
    /// it is.
    Optional<DynamicCallSiteDesc> redirected(
            InvokeDynamicInstruction lambda, int site, int receiver) {
        List<ConstantDesc> arguments = lambda.bootstrapArgs();
        if (!lambda.bootstrapMethod().methodName().equals("metafactory")
                || arguments.size() != 3
                || !(arguments.get(1) instanceof DirectMethodHandleDesc target)
                || !matters(target)) {
            return Optional.empty();
        }
        MethodTypeDesc type = typeOf(target, lambda.typeSymbol());
        var bridge = new Bridge("lambda$reference$" + bridges.size(), type, target, site, receiver);
        bridges.add(bridge);
        MethodHandleDesc to =
                MethodHandleDesc.ofMethod(
                        isInterface
                                ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
                                : DirectMethodHandleDesc.Kind.STATIC,
                        owner,
                        bridge.name(),
                        type);
        return Optional.of(
                DynamicCallSiteDesc.of(
                        lambda.bootstrapMethod(),
                        lambda.name().stringValue(),
                        lambda.typeSymbol(),
                        arguments.get(0),
                        to,
                        arguments.get(2)));
    }

    /// What is captured has to fit exactly, and may be of a narrower type than the method's owner.
    private static MethodTypeDesc typeOf(DirectMethodHandleDesc target, MethodTypeDesc captured) {
        if (!hasReceiver(target)) {
            return target.invocationType();
        }
        return MethodTypeDesc.ofDescriptor(target.lookupDescriptor())
                .insertParameterTypes(
                        0,
                        captured.parameterCount() == 1
                                ? captured.parameterType(0)
                                : target.owner());
    }

    private static boolean hasReceiver(DirectMethodHandleDesc target) {
        return switch (target.kind()) {
            case VIRTUAL, INTERFACE_VIRTUAL -> true;
            default -> false;
        };
    }

    private boolean matters(DirectMethodHandleDesc target) {
        if (!hasReceiver(target)) {
            return initialises(target);
        }
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        return !target.owner().isArray()
                && (Calls.isOperation(target.methodName(), type)
                        || Calls.isNotify(target.methodName(), type)
                        || (controlled != null && isOfTheJdk(target)));
    }

    /// Whether the call may initialise another class, which is for the engine to do.
    private boolean initialises(DirectMethodHandleDesc target) {
        boolean isCall =
                switch (target.kind()) {
                    case STATIC, INTERFACE_STATIC, CONSTRUCTOR -> true;
                    default -> false;
                };
        return isCall
                && controlled != null
                && !target.owner().equals(owner)
                && target.owner().isClassOrInterface()
                && controlled.initialiserOf(Calls.internalName(target.owner())) != 0;
    }

    private static boolean isOfTheJdk(DirectMethodHandleDesc target) {
        return target.owner().packageName().startsWith("java.");
    }

    /// Adds the methods that were referred to.
    void addTo(ClassBuilder builder) {
        for (Bridge bridge : bridges) {
            builder.withMethodBody(
                    bridge.name(),
                    bridge.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> emit(code, bridge));
        }
    }

    private void emit(CodeBuilder code, Bridge bridge) {
        CodeTransform transform =
                controlled == null
                        ? CodeTransform.ACCEPT_ALL
                        : new ControlledCode(_ -> bridge.site(), false);
        code.transforming(
                transform,
                inner -> {
                    if (hasReceiver(bridge.target())) {
                        call(inner, bridge);
                    } else {
                        initialise(inner, bridge);
                    }
                    inner.return_(TypeKind.from(bridge.type().returnType()));
                });
    }

    private static void initialise(CodeBuilder code, Bridge bridge) {
        DirectMethodHandleDesc target = bridge.target();
        ClassDesc type = target.owner();
        code.invokestatic(type, Initialiser.ENSURE, Initialiser.TYPE, target.isOwnerInterface());
        MethodTypeDesc called = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        if (target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            loadAll(code.new_(type).dup(), bridge);
            code.invokespecial(type, ConstantDescs.INIT_NAME, called);
        } else {
            loadAll(code, bridge);
            code.invokestatic(type, target.methodName(), called, target.isOwnerInterface());
        }
    }

    private void call(CodeBuilder code, Bridge bridge) {
        DirectMethodHandleDesc target = bridge.target();
        String method = target.methodName();
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        if (Calls.isNotify(method, type)) {
            code.aload(0).loadConstant(bridge.site()).loadConstant(bridge.receiver());
            NOTIFYING.call(code.loadConstant(method.equals("notifyAll") ? 1 : 0));
        } else if (Calls.isOperation(method, type)) {
            USING.call(code.aload(0).loadConstant(bridge.site()).loadConstant(bridge.receiver()));
        } else {
            AT.call(code.loadConstant(bridge.site()));
        }
        loadAll(code, bridge);
        var call =
                InvokeInstruction.of(
                        target.isOwnerInterface() ? Opcode.INVOKEINTERFACE : Opcode.INVOKEVIRTUAL,
                        code.constantPool().classEntry(target.owner()),
                        code.constantPool().utf8Entry(method),
                        code.constantPool().utf8Entry(type),
                        target.isOwnerInterface());
        if (controlled != null && isOfTheJdk(target)) {
            ContentsCalls.announce(code, call, Calls.internalName(target.owner()), bridge.site());
        }
        code.with(call);
    }

    private static void loadAll(CodeBuilder code, Bridge bridge) {
        int slot = 0;
        for (ClassDesc parameter : bridge.type().parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
    }
}
