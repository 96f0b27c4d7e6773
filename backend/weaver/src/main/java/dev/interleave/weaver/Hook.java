package dev.interleave.weaver;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// A static method of the probes that woven code calls. A test checks that each exists.
///
/// @param name its name
/// @param type its parameters and result
record Hook(String name, MethodTypeDesc type) {
    static final ClassDesc PROBES = ClassDesc.of("dev.interleave.probe.Probes");

    static Hook of(String name, String descriptor) {
        return new Hook(name, MethodTypeDesc.ofDescriptor(descriptor));
    }

    void call(CodeBuilder code) {
        code.invokestatic(PROBES, name, type);
    }

    /// A kind and an operation as the one number that probes take.
    static int what(EventKind kind, Operation operation) {
        return kind.code() | operation.number() << 16;
    }
}
