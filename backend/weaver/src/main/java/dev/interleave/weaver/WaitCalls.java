package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Finds waits that do not look again whether what they waited for is true, as one must: a thread
/// may be woken for nothing, or be overtaken before it runs.
///
/// A wait without a time is one if it stands in no loop of its method, and either an `if` decides
/// on it, so that the method has looked once, or nobody calls the method in a loop. A wait with a
/// time never is: it may be a pause.
final class WaitCalls {
    private static final String CONDITION = "java/util/concurrent/locks/Condition";

    private final Function<String, byte @Nullable []> classBytes;

    WaitCalls(Function<String, byte @Nullable []> classBytes) {
        this.classBytes = classBytes;
    }

    /// Whether this call, at `bci` of `method`, waits and does not look again.
    boolean looksOnce(
            InvokeInstruction call, int bci, CodeModel code, MethodModel method, ClassModel owner) {
        if (!isWait(call)) {
            return false;
        }
        Branches branches = Branches.of(code);
        return !branches.isInLoop(bci)
                && (branches.isConditional(bci) || !isCalledInLoop(method, owner));
    }

    /// Whether this call waits without having looked, since it holds the lock, whether what it
    /// waits for is true already: it may wait for a notification that is over.
    boolean isBlind(InvokeInstruction call, int bci, CodeModel code) {
        return isWait(call) && !Branches.of(code).isConditionBetween(lastEntry(code, bci), bci);
    }

    /// Where the method last took a monitor or lock before `bci`; 0 when it did not, and so held it
    /// from the beginning.
    private static int lastEntry(CodeModel code, int bci) {
        int entry = 0;
        int at = 0;
        for (var element : code) {
            boolean isEntry =
                    switch (element) {
                        case MonitorInstruction monitor -> monitor.opcode() == Opcode.MONITORENTER;
                        case InvokeInstruction call -> call.name().stringValue().startsWith("lock");
                        default -> false;
                    };
            if (isEntry && at < bci) {
                entry = at;
            }
            if (element instanceof Instruction instruction) {
                at += instruction.sizeInBytes();
            }
        }
        return entry;
    }

    private static boolean isWait(InvokeInstruction call) {
        if (call.typeSymbol().parameterCount() != 0) {
            return false;
        }
        String name = call.name().stringValue();
        boolean isAwait = name.equals("await") || name.equals("awaitUninterruptibly");
        String owner = call.owner().asInternalName();
        return name.equals("wait") || (isAwait && owner.equals(CONDITION));
    }

    private boolean isCalledInLoop(MethodModel method, ClassModel owner) {
        return nestOf(owner).stream()
                .flatMap(type -> type.methods().stream())
                .anyMatch(caller ->
                        caller.code().filter(code -> callsInLoop(code, method)).isPresent());
    }

    private static boolean callsInLoop(CodeModel code, MethodModel method) {
        Branches branches = Branches.of(code);
        int bci = 0;
        for (var element : code) {
            if (element instanceof InvokeInstruction call
                    && call.name().equals(method.methodName())
                    && call.type().equals(method.methodType())
                    && branches.isInLoop(bci)) {
                return true;
            }
            if (element instanceof Instruction instruction) {
                bci += instruction.sizeInBytes();
            }
        }
        return false;
    }

    /// The classes of the same source: top-level code and all that is declared beside it is one
    /// nest.
    private List<ClassModel> nestOf(ClassModel type) {
        ClassModel host =
                type.findAttribute(Attributes.nestHost())
                        .map(attribute -> parse(attribute.nestHost()))
                        .orElse(type);
        if (host == null) {
            return List.of(type);
        }
        var nest = new ArrayList<ClassModel>(List.of(host));
        host.findAttribute(Attributes.nestMembers())
                .ifPresent(members ->
                        members.nestMembers()
                                .forEach(member -> {
                                    ClassModel model = parse(member);
                                    if (model != null) {
                                        nest.add(model);
                                    }
                                }));
        return nest;
    }

    private @Nullable ClassModel parse(ClassEntry type) {
        byte[] bytes = classBytes.apply(type.asInternalName());
        return bytes == null ? null : ClassFile.of().parse(bytes);
    }
}
