package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Arguments of a call, moved from the stack to local variables to get at what lies below.
///
/// @param type the call's parameters
/// @param slots the local variables, in the order of the parameters
record Spilled(MethodTypeDesc type, List<Integer> slots) {
    /// Moves them. STACK: arguments → empty.
    static Spilled from(CodeBuilder code, MethodTypeDesc type) {
        var slots = new ArrayList<Integer>();
        for (ClassDesc parameter : type.parameterList().reversed()) {
            TypeKind kind = TypeKind.from(parameter);
            int slot = code.allocateLocal(kind);
            code.storeLocal(kind, slot);
            slots.addFirst(slot);
        }
        return new Spilled(type, slots);
    }

    /// Moves them back. STACK: empty → arguments.
    void reload(CodeBuilder code) {
        for (int i = 0; i < slots.size(); i++) {
            load(code, i);
        }
    }

    /// Loads one of them. STACK: → argument.
    void load(CodeBuilder code, int index) {
        code.loadLocal(TypeKind.from(type.parameterType(index)), slots.get(index));
    }
}
