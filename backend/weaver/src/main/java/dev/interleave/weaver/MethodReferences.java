package dev.interleave.weaver;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns method references to what matters, such as `latch::countDown`, into references to methods
/// of the program that make the call: only there can a probe stand before it. Holds state for one
/// class.
final class MethodReferences {
    private static final Hook USING = Hook.of("using", "(Ljava/lang/Object;II)V");
    private static final Hook NOTIFYING = Hook.of("notifying", "(Ljava/lang/Object;III)V");

    private final ClassDesc owner;
    private final boolean isInterface;
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

    MethodReferences(ClassDesc owner, boolean isInterface) {
        this.owner = owner;
        this.isInterface = isInterface;
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
        // What is captured has to fit exactly, and may be of a narrower type than the method's
        // owner.
        MethodTypeDesc captured = lambda.typeSymbol();
        MethodTypeDesc type =
                MethodTypeDesc.ofDescriptor(target.lookupDescriptor())
                        .insertParameterTypes(
                                0,
                                captured.parameterCount() == 1
                                        ? captured.parameterType(0)
                                        : target.owner());
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

    private static boolean matters(DirectMethodHandleDesc target) {
        boolean hasReceiver =
                switch (target.kind()) {
                    case VIRTUAL, INTERFACE_VIRTUAL -> true;
                    default -> false;
                };
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        return hasReceiver
                && !target.owner().isArray()
                && (Calls.isOperation(target.methodName(), type)
                        || Calls.isNotify(target.methodName(), type));
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

    private static void emit(CodeBuilder code, Bridge bridge) {
        DirectMethodHandleDesc target = bridge.target();
        String method = target.methodName();
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        code.aload(0).loadConstant(bridge.site()).loadConstant(bridge.receiver());
        if (Calls.isNotify(method, type)) {
            NOTIFYING.call(code.loadConstant(method.equals("notifyAll") ? 1 : 0));
        } else {
            USING.call(code);
        }
        int slot = 0;
        for (ClassDesc parameter : bridge.type().parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        if (target.isOwnerInterface()) {
            code.invokeinterface(target.owner(), method, type);
        } else {
            code.invokevirtual(target.owner(), method, type);
        }
        code.return_(TypeKind.from(type.returnType()));
    }
}
