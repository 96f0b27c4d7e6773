package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;

/// What is put around the body of one method. `token` is an `int` local variable of the woven
/// method that the entry may set and the exits may read.
interface MethodProbe {
    /// Emits code before the first instruction. STACK: empty before and after.
    void onEntry(CodeBuilder code, int token);

    /// Emits code before a return. STACK: the result, if any, before and after.
    default void onReturn(CodeBuilder code, int token) {}

    /// Emits code when the method is left by an exception. STACK: the exception before and after.
    default void onThrow(CodeBuilder code, int token) {}

    /// Whether the exits matter.
    default boolean hasExits() {
        return true;
    }

    /// Whether it matters when the method is left by an exception; if not, it gets no handler. A
    /// constructor can't have one: before the call of another constructor `this` is no object yet.
    default boolean hasHandler() {
        return hasExits();
    }

    /// A probe at the entry alone.
    static MethodProbe atEntry(Entry entry) {
        return new MethodProbe() {
            @Override
            public void onEntry(CodeBuilder code, int token) {
                entry.emit(code);
            }

            @Override
            public boolean hasExits() {
                return false;
            }
        };
    }

    /// A probe before each return alone.
    static MethodProbe atReturn(Entry atReturn) {
        return new MethodProbe() {
            @Override
            public void onEntry(CodeBuilder code, int token) {
                // What counts is the return.
            }

            @Override
            public void onReturn(CodeBuilder code, int token) {
                atReturn.emit(code);
            }

            @Override
            public boolean hasHandler() {
                return false;
            }
        };
    }

    /// A probe before each return, and where an exception leaves.
    static MethodProbe atExits(Entry atExit) {
        return around(CodeBuilder::iconst_0, (code, _) -> atExit.emit(code));
    }

    /// A probe whose entry leaves a token and whose exits, of either kind, take it.
    static MethodProbe around(Entry entryLeavingToken, Exit exit) {
        return new MethodProbe() {
            @Override
            public void onEntry(CodeBuilder code, int token) {
                entryLeavingToken.emit(code); // STACK: token
                code.istore(token); // STACK:
            }

            @Override
            public void onReturn(CodeBuilder code, int token) {
                exit.emit(code, token);
            }

            @Override
            public void onThrow(CodeBuilder code, int token) {
                exit.emit(code, token);
            }
        };
    }

    /// Emits the code of an entry.
    interface Entry {
        /// Emits it.
        void emit(CodeBuilder code);
    }

    /// Emits the code of an exit; what is on the stack stays there.
    interface Exit {
        /// Emits it.
        void emit(CodeBuilder code, int token);
    }
}
