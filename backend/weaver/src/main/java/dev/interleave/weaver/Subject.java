package dev.interleave.weaver;

import dev.interleave.model.trace.Operation;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.util.Map;

/// What an operation is about: its receiver, or what a field of the receiver holds, as the two
/// views of a read-write lock are about the lock they share.
///
/// @param row the operation
/// @param field the field's name, empty for the receiver itself
/// @param type the field's type
record Subject(Operation row, String field, ClassDesc type) {
    private static final String LOCKS = "java/util/concurrent/locks/";
    private static final ClassDesc STAMPED = ClassDesc.ofInternalName(LOCKS + "StampedLock");
    private static final ClassDesc READ_WRITE_SYNC =
            ClassDesc.ofInternalName(LOCKS + "ReentrantReadWriteLock$Sync");

    private static final Map<String, String> FIELDS =
            Map.of(
                    LOCKS + "ReentrantReadWriteLock$ReadLock", "sync",
                    LOCKS + "ReentrantReadWriteLock$WriteLock", "sync",
                    LOCKS + "StampedLock$ReadLockView", "this$0",
                    LOCKS + "StampedLock$WriteLockView", "this$0");

    /// Nobody but the program calls these, be it by way of a guard.
    private static final String OURS = "dev/interleave/sync/";

    /// Whoever completes a future, with its task or by a call, passes here.
    private static final String COMPLETION = "postComplete";

    private static final Hook REDIRECT =
            Hook.inCalls("redirect", "(Ljava/lang/Object;Ljava/lang/Object;)V");
    private static final Hook INSIST = Hook.inCalls("insist", "(Ljava/lang/Object;)V");

    static Subject of(Operation row) {
        String field = FIELDS.getOrDefault(row.owner(), "");
        return new Subject(row, field, field.equals("sync") ? READ_WRITE_SYNC : STAMPED);
    }

    /// Loads it. STACK: → subject.
    CodeBuilder load(CodeBuilder code) {
        code.aload(0);
        return field.isEmpty()
                ? code
                : code.getfield(ClassDesc.ofInternalName(row.owner()), field, type);
    }

    /// Emitted at the method's entry, before anything else: a call that the program made on the
    /// receiver counts as one on the subject. STACK: empty before and after.
    void announce(CodeBuilder code) {
        if (!field.isEmpty()) {
            REDIRECT.call(load(code.aload(0)));
        } else if (row.owner().startsWith(OURS) || row.method().equals(COMPLETION)) {
            INSIST.call(code.aload(0));
        }
    }
}
