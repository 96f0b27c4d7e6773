package dev.interleave.weaver;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;

import java.lang.classfile.CodeBuilder;

/// The probe for each row of the operation table, by its role.
final class OperationProbes {
    private static final String BEGAN = "(Ljava/lang/Object;I)I";
    private static final String ENDED = "(Ljava/lang/Object;II)V";
    private static final Hook LOCK_BEGAN = Hook.of("lockBegan", BEGAN);
    private static final Hook LOCK_ENDED = Hook.of("lockEnded", ENDED);
    private static final Hook TRY_LOCK_ENDED = Hook.of("tryLockEnded", "(ZLjava/lang/Object;II)V");
    private static final Hook CALLING = Hook.of("calling", "(Ljava/lang/Object;I)V");
    private static final Hook CONDITION_BEGAN = Hook.of("conditionBegan", "(Ljava/lang/Object;)I");
    private static final Hook CONDITION_MADE =
            Hook.of("conditionMade", "(Ljava/lang/Object;Ljava/lang/Object;II)V");
    private static final Hook CONDITION_WAIT_BEGAN = Hook.of("conditionWaitBegan", BEGAN);
    private static final Hook CALL_BEGAN = Hook.of("callBegan", BEGAN);
    private static final Hook IDLE_BEGAN = Hook.of("idleBegan", BEGAN);
    private static final Hook CALL_ENDED = Hook.of("callEnded", ENDED);

    private OperationProbes() {}

    static MethodProbe of(Operation row) {
        return switch (row.role()) {
            case LOCK ->
                    new Spanning(
                            row,
                            LOCK_BEGAN,
                            EventKind.LOCK_BEGAN,
                            LOCK_ENDED,
                            EventKind.LOCK_ACQUIRED,
                            EventKind.LOCK_FAILED);
            case TRY_LOCK -> new TryingLock(row);
            case UNLOCK -> instant(row, EventKind.LOCK_RELEASED);
            case WAKE -> instant(row, EventKind.CALL_MADE);
            case NEW_CONDITION -> new MakingCondition(row);
            case CONDITION_WAIT -> waiting(row, CONDITION_WAIT_BEGAN);
            case WAIT -> waiting(row, CALL_BEGAN);
            case IDLE -> waiting(row, IDLE_BEGAN);
        };
    }

    private static MethodProbe instant(Operation row, EventKind kind) {
        return MethodProbe.atEntry(
                code -> CALLING.call(code.aload(0).loadConstant(Hook.what(kind, row))));
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
            began.call(code.aload(0).loadConstant(Hook.what(first, row))); // STACK: token
            code.istore(token); // STACK:
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            ended.call(code.aload(0).loadConstant(Hook.what(returned, row)).iload(token));
        }

        @Override
        public void onThrow(CodeBuilder code, int token) {
            ended.call(code.aload(0).loadConstant(Hook.what(threw, row)).iload(token));
        }
    }

    private record TryingLock(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            LOCK_BEGAN.call(code.aload(0).loadConstant(Hook.what(EventKind.LOCK_BEGAN, row)));
            code.istore(token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            code.dup(); // STACK: taken, taken
            TRY_LOCK_ENDED.call(
                    code.aload(0).loadConstant(row.number()).iload(token)); // STACK: taken
        }

        @Override
        public void onThrow(CodeBuilder code, int token) {
            LOCK_ENDED.call(
                    code.aload(0).loadConstant(Hook.what(EventKind.LOCK_FAILED, row)).iload(token));
        }
    }

    private record MakingCondition(Operation row) implements MethodProbe {
        @Override
        public void onEntry(CodeBuilder code, int token) {
            CONDITION_BEGAN.call(code.aload(0));
            code.istore(token);
        }

        @Override
        public void onReturn(CodeBuilder code, int token) {
            code.dup(); // STACK: condition, condition
            CONDITION_MADE.call(
                    code.aload(0)
                            .loadConstant(Hook.what(EventKind.CALL_MADE, row))
                            .iload(token)); // STACK: condition
        }
    }
}
