package dev.interleave.weaver;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// The probe for each row of the operation table, by its role.
final class OperationProbes {
    private static final String BEGAN = "(Ljava/lang/Object;I)I";
    private static final String ENDED = "(Ljava/lang/Object;II)V";
    private static final Hook LOCK_BEGAN = Hook.inCalls("lockBegan", BEGAN);
    private static final Hook LOCK_ENDED = Hook.inCalls("lockEnded", ENDED);
    private static final Hook TRY_LOCK_ENDED =
            Hook.inCalls("tryLockEnded", "(ZLjava/lang/Object;II)V");
    private static final Hook CALLING = Hook.inCalls("calling", "(Ljava/lang/Object;I)V");
    private static final Hook RELEASING = Hook.inCalls("releasing", "(Ljava/lang/Object;II)V");
    private static final Hook CONDITION_BEGAN =
            Hook.inCalls("conditionBegan", "(Ljava/lang/Object;)I");
    private static final Hook CONDITION_MADE =
            Hook.inCalls("conditionMade", "(Ljava/lang/Object;Ljava/lang/Object;II)V");
    private static final Hook CONDITION_WAIT_BEGAN = Hook.inCalls("conditionWaitBegan", BEGAN);
    private static final Hook CALL_BEGAN = Hook.inCalls("callBegan", BEGAN);
    private static final Hook IDLE_BEGAN = Hook.inCalls("idleBegan", BEGAN);
    private static final Hook CALL_ENDED = Hook.inCalls("callEnded", ENDED);
    private static final Hook NATIVE_BEGAN = Hook.inCalls("nativeBegan", BEGAN);
    private static final Hook NATIVE_ENDED = Hook.inCalls("nativeEnded", ENDED);
    private static final Hook ACQUIRED = Hook.inCalls("acquired", "(ILjava/lang/Object;II)V");
    private static final Hook TRYING = Hook.inCalls("trying", "(Ljava/lang/Object;)I");
    private static final Hook TRIED = Hook.inCalls("tried", "(ILjava/lang/Object;II)V");

    private OperationProbes() {}

    static MethodProbe of(Operation row) {
        return switch (row.role()) {
            case LOCK, LOCK_SHARED ->
                    new Spanning(
                            row,
                            LOCK_BEGAN,
                            EventKind.LOCK_BEGAN,
                            LOCK_ENDED,
                            EventKind.LOCK_ACQUIRED,
                            EventKind.LOCK_FAILED);
            case TRY_LOCK, TRY_LOCK_SHARED -> new TryingLock(row);
            case UNLOCK, UNLOCK_SHARED -> instant(row, EventKind.LOCK_RELEASED);
            case WAKE, NOTE -> instant(row, EventKind.CALL_MADE);
            case RELEASE -> new Releasing(row);
            case TRY, TRY_ACQUIRE -> new Trying(row);
            case NEW_CONDITION -> new MakingCondition(row);
            case CONDITION_WAIT -> waiting(row, CONDITION_WAIT_BEGAN);
            case WAIT -> isNative(row) ? waitingNatively(row) : waiting(row, waitBegan(row));
            case ACQUIRE -> new Acquiring(row);
            case IDLE -> waiting(row, IDLE_BEGAN);
        };
    }

    /// Where other classes of the JDK are made of it, only the program's own calls count.
    private static Hook waitBegan(Operation row) {
        return row.owner().contains("/AbstractQueued") ? CONDITION_WAIT_BEGAN : CALL_BEGAN;
    }

    private static MethodProbe waitingNatively(Operation row) {
        return new Spanning(
                row,
                NATIVE_BEGAN,
                EventKind.CALL_BEGAN,
                NATIVE_ENDED,
                EventKind.CALL_ENDED,
                EventKind.CALL_THREW);
    }

    /// Whether the wait is in native code, where no park tells of it.
    private static boolean isNative(Operation row) {
        return row.owner().startsWith("sun/nio/ch/");
    }

    private static MethodProbe instant(Operation row, EventKind kind) {
        Subject subject = Subject.of(row);
        return MethodProbe.atEntry(code -> {
            subject.announce(code);
            CALLING.call(subject.load(code).loadConstant(Hook.what(kind, row)));
        });
    }

    private static MethodProbe waiting(Operation row, Hook began) {
        return new Spanning(
                row,
                began,
                EventKind.CALL_BEGAN,
                CALL_ENDED,
                EventKind.CALL_ENDED,
                EventKind.CALL_THREW);
    }

    /// Begins a span. STACK: empty before and after.
    private static void begin(
            CodeBuilder code, Operation row, Hook began, EventKind first, int token) {
        Subject subject = Subject.of(row);
        subject.announce(code);
        began.call(subject.load(code).loadConstant(Hook.what(first, row))); // STACK: token
        code.istore(token); // STACK:
    }

    /// Ends one. STACK: what the hook takes before the subject → empty.
    private static void end(
            CodeBuilder code, Operation row, Hook ended, EventKind last, int token) {
        ended.call(Subject.of(row).load(code).loadConstant(Hook.what(last, row)).iload(token));
    }

    private record Spanning(
            Operation row,
            Hook began,
            EventKind first,
            Hook ended,
            EventKind returned,
            EventKind threw)
            implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            begin(code, row, began, first, token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            end(code, row, ended, returned, token);
        }

        @Override
        public void onThrow(CodeBuilder code, int token) {
            end(code, row, ended, threw, token);
        }
    }

    private record TryingLock(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            begin(code, row, LOCK_BEGAN, EventKind.LOCK_BEGAN, token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            loadSuccess(code, row); // STACK: result, taken
            TRY_LOCK_ENDED.call(
                    Subject.of(row)
                            .load(code)
                            .loadConstant(row.number())
                            .iload(token)); // STACK: result
        }

        @Override
        public void onThrow(CodeBuilder code, int token) {
            end(code, row, LOCK_ENDED, EventKind.LOCK_FAILED, token);
        }
    }

    private record Acquiring(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            begin(code, row, CALL_BEGAN, EventKind.CALL_BEGAN, token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            loadSuccess(code, row); // STACK: result, taken
            loadAmount(code, row).imul(); // STACK: result, amount
            end(code, row, ACQUIRED, EventKind.CALL_ENDED, token);
        }

        @Override
        public void onThrow(CodeBuilder code, int token) {
            end(code, row, CALL_ENDED, EventKind.CALL_THREW, token);
        }
    }

    /// Tries something without waiting: recorded when its result is known.
    private record Trying(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            Subject.of(row).announce(code);
            TRYING.call(Subject.of(row).load(code));
            code.istore(token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            loadSuccess(code, row); // STACK: result, worked
            loadAmount(code, row).imul(); // STACK: result, amount
            end(code, row, TRIED, EventKind.CALL_MADE, token);
        }
    }

    private record Releasing(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            Subject.of(row).announce(code);
            Subject.of(row).load(code).loadConstant(Hook.what(EventKind.CALL_MADE, row));
            RELEASING.call(loadAmount(code, row));
        }

        @Override
        public boolean hasExits() {
            return false;
        }
    }

    private record MakingCondition(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            Subject.of(row).announce(code);
            CONDITION_BEGAN.call(Subject.of(row).load(code));
            code.istore(token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            code.dup(); // STACK: condition, condition
            end(code, row, CONDITION_MADE, EventKind.CALL_MADE, token); // STACK: condition
        }
    }

    /// Whether the call did what it tried, told by its result. STACK: result → result, 1 or 0.
    private static void loadSuccess(CodeBuilder code, Operation row) {
        ClassDesc result = MethodTypeDesc.ofDescriptor(row.descriptor()).returnType();
        switch (result.descriptorString()) {
            case "V" -> code.iconst_1();
            case "Z" -> code.dup();
            case "I" ->
                    code.dup()
                            .ifThenElse(Opcode.IFGE, CodeBuilder::iconst_1, CodeBuilder::iconst_0);
            case "J" -> code.dup2().lconst_0().lcmp().dup().imul();
            default ->
                    code.dup()
                            .ifThenElse(
                                    Opcode.IFNONNULL, CodeBuilder::iconst_1, CodeBuilder::iconst_0);
        }
    }

    /// How many permits the call is about: its first parameter, or one. Anything else counts as
    /// one. STACK: → amount.
    private static CodeBuilder loadAmount(CodeBuilder code, Operation row) {
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(row.descriptor());
        boolean hasAmount =
                type.parameterCount() > 0
                        && type.parameterType(0).equals(ConstantDescs.CD_int)
                        && row.role() != Role.TRY;
        return hasAmount ? code.iload(1) : code.iconst_1();
    }
}
