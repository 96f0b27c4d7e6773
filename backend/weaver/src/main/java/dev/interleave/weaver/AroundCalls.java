package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Map;

/// Puts probes around calls that one method makes, told by the name of what is called.
///
/// @param probes by that name
record AroundCalls(Map<String, CallProbe> probes) implements CodeTransform {
    /// What is put before and after one call.
    ///
    /// @param before emitted when the call's receiver and arguments are on the stack, which it
    ///   leaves there
    /// @param after emitted when the call has returned; its result, if any, stays on the stack
    record CallProbe(Emitter before, Emitter after) {
        static CallProbe before(Emitter before) {
            return new CallProbe(before, (_, _) -> {});
        }

        static CallProbe after(Emitter after) {
            return new CallProbe((_, _) -> {}, after);
        }
    }

    /// Emits code beside a call.
    interface Emitter {
        /// Emits it.
        void emit(CodeBuilder code, InvokeInstruction call);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        CallProbe probe =
                element instanceof InvokeInstruction call
                        ? probes.get(call.name().stringValue())
                        : null;
        if (probe != null && element instanceof InvokeInstruction call) {
            probe.before().emit(code, call);
            code.with(element);
            probe.after().emit(code, call);
        } else {
            code.with(element);
        }
    }
}
