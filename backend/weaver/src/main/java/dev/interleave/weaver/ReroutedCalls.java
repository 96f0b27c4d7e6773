package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;

/// Has the JDK ask the engine of a controlled run for the time, which is virtual there, and for
/// identity hashes, which decide in which order hash tables are gone through.
final class ReroutedCalls implements CodeTransform {
    private static final Hook NANOS = Hook.inClockControl("nanoTime", "()J");
    private static final Hook MILLIS = Hook.inClockControl("currentTimeMillis", "()J");
    private static final Hook ADJUSTMENT = Hook.inClockControl("nanoTimeAdjustment", "(J)J");
    private static final Hook IDENTITY_HASH =
            Hook.inChanceControl("identityHash", "(Ljava/lang/Object;)I");
    private static final Hook HASH = Hook.inChanceControl("tableHash", "(Ljava/lang/Object;)I");
    private static final String UTIL = "java/util/";
    private static final String TIME = "java/time/";

    /// Whether a class may ask for one.
    static boolean isWanted(String className) {
        return className.startsWith(UTIL + "concurrent/")
                || className.startsWith(UTIL + "Timer")
                || className.equals(UTIL + "Random")
                || className.equals(UTIL + "Date")
                || className.startsWith(TIME + "Clock")
                || className.equals("java/lang/Thread")
                || className.equals("java/lang/Enum")
                || className.equals("java/lang/ref/ReferenceQueue")
                || className.startsWith(UTIL + "HashMap")
                || className.startsWith(UTIL + "Hashtable")
                || className.equals(UTIL + "WeakHashMap")
                || className.equals(UTIL + "IdentityHashMap")
                || className.equals(UTIL + "Objects");
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call) {
            switch (call.owner().asInternalName() + "." + call.name().stringValue()) {
                case "java/lang/System.nanoTime" -> NANOS.call(code);
                case "java/lang/System.currentTimeMillis" -> MILLIS.call(code);
                case "java/lang/System.identityHashCode" -> IDENTITY_HASH.call(code);
                case "java/lang/Object.hashCode" -> {
                    if (call.opcode() == Opcode.INVOKEVIRTUAL) {
                        HASH.call(code);
                    } else {
                        code.with(element); // `super.hashCode()`
                    }
                }
                case "jdk/internal/misc/VM.getNanoTimeAdjustment" -> ADJUSTMENT.call(code);
                default -> code.with(element);
            }
        } else {
            code.with(element);
        }
    }
}
