package dev.interleave.weaver;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// A static method of the probes that woven code calls. A test checks that each exists.
///
/// @param owner the class it is in
/// @param name its name
/// @param type its parameters and result
record Hook(ClassDesc owner, String name, MethodTypeDesc type) {
    private static final String PACKAGE = "dev.interleave.probe";

    static Hook of(String name, String descriptor) {
        return new Hook("Probes", name, descriptor);
    }

    static Hook inThreads(String name, String descriptor) {
        return new Hook("ThreadProbes", name, descriptor);
    }

    static Hook inCalls(String name, String descriptor) {
        return new Hook("CallProbes", name, descriptor);
    }

    static Hook inTasks(String name, String descriptor) {
        return new Hook("TaskProbes", name, descriptor);
    }

    static Hook inCarriers(String name, String descriptor) {
        return new Hook("CarrierProbes", name, descriptor);
    }

    static Hook inUses(String name, String descriptor) {
        return new Hook("UseProbes", name, descriptor);
    }

    static Hook inClasses(String name, String descriptor) {
        return new Hook("ClassProbes", name, descriptor);
    }

    static Hook inAccesses(String name, String descriptor) {
        return new Hook("AccessProbes", name, descriptor);
    }

    static Hook inControl(String name, String descriptor) {
        return new Hook("ControlProbes", name, descriptor);
    }

    static Hook inThreadControl(String name, String descriptor) {
        return new Hook("ThreadControlProbes", name, descriptor);
    }

    static Hook inMonitorControl(String name, String descriptor) {
        return new Hook("MonitorControlProbes", name, descriptor);
    }

    static Hook inMemoryControl(String name, String descriptor) {
        return new Hook("MemoryControlProbes", name, descriptor);
    }

    static Hook inClassControl(String name, String descriptor) {
        return new Hook("ClassControlProbes", name, descriptor);
    }

    static Hook inClockControl(String name, String descriptor) {
        return new Hook("ClockControlProbes", name, descriptor);
    }

    static Hook inChanceControl(String name, String descriptor) {
        return new Hook("ChanceControlProbes", name, descriptor);
    }

    private Hook(String owner, String name, String descriptor) {
        this(ClassDesc.of(PACKAGE, owner), name, MethodTypeDesc.ofDescriptor(descriptor));
    }

    /// Whether a class is one of those that hold hooks.
    static boolean isOwner(ClassDesc type) {
        return type.packageName().equals(PACKAGE);
    }

    CodeBuilder call(CodeBuilder code) {
        return code.invokestatic(owner, name, type);
    }

    /// A kind and an operation as the one number that probes take.
    static int what(EventKind kind, Operation operation) {
        return kind.code() | operation.number() << 16;
    }
}
