package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.Set;

/// Puts the engine's monitors before those of the JDK's own classes, where a thread of a controlled
/// run may be left while it holds one, or where programs use the same monitor: whoever holds the
/// engine's never waits for the true one, which would stop the only carrier.
///
/// Where a thread may wait on the monitor the true one is not entered at all in a controlled run.
/// The virtual machine then finds the method's locking unbalanced and never compiles it, which does
/// not matter to the few classes concerned.
///
/// @param isPoint whether others may move before the monitor is entered
/// @param isInstead whether the true monitor is left out
record MonitorShadow(boolean isPoint, boolean isInstead) implements CodeTransform {
    private static final Hook ENTER = Hook.inMonitorControl("enter", "(Ljava/lang/Object;)V");
    private static final Hook ENTER_INSIDE =
            Hook.inMonitorControl("enterInside", "(Ljava/lang/Object;)V");
    private static final Hook EXIT = Hook.inMonitorControl("exit", "(Ljava/lang/Object;)V");
    private static final Hook SIGNAL_ONE =
            Hook.inMonitorControl("signalOne", "(Ljava/lang/Object;)V");
    private static final Hook SIGNAL_ALL =
            Hook.inMonitorControl("signalAll", "(Ljava/lang/Object;)V");
    private static final Hook ENTER_INSTEAD =
            Hook.inMonitorControl("enterInstead", "(Ljava/lang/Object;)Z");
    private static final Hook EXIT_INSTEAD =
            Hook.inMonitorControl("exitInstead", "(Ljava/lang/Object;)Z");
    private static final String CONCURRENT = "java/util/concurrent/";

    /// The JDK's own caches poll it, in the middle of what the virtual machine has them do.
    private static final String QUEUE = "java/lang/ref/ReferenceQueue";

    private static final Set<String> CLASSES =
            Set.of(
                    "java/io/PipedInputStream",
                    "java/io/PipedOutputStream",
                    "java/io/PipedReader",
                    "java/io/PipedWriter",
                    QUEUE,
                    "java/util/Stack",
                    "java/util/Timer",
                    "java/util/TimerTask",
                    "java/util/TimerThread");

    /// Whether the class's monitors get one.
    static boolean isWanted(String className) {
        return CLASSES.contains(className)
                || className.startsWith(CONCURRENT)
                || className.startsWith("java/util/Hashtable")
                || className.startsWith("java/util/Vector")
                || isWrapper(className);
    }

    /// Whether a method of such a class does without.
    static boolean isLeftOut(String className, String method) {
        return className.equals(QUEUE) && method.startsWith("poll");
    }

    /// Whether the class lets others at a collection by its own monitor only.
    static boolean isWrapper(String className) {
        return className.startsWith("java/util/Collections$Synchronized");
    }

    /// The shadow for the monitors of a class.
    static MonitorShadow of(String className) {
        return new MonitorShadow(
                !className.startsWith(CONCURRENT),
                className.startsWith("java/io/")
                        || className.startsWith("java/util/Timer")
                        || className.equals(QUEUE));
    }

    /// Whether an instruction is about a monitor.
    static boolean concerns(CodeElement element) {
        return element instanceof MonitorInstruction
                || (element instanceof InvokeInstruction call
                        && Calls.isNotify(call.name().stringValue(), call.typeSymbol()));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case MonitorInstruction monitor when isInstead -> {
                boolean isExit = monitor.opcode() == Opcode.MONITOREXIT;
                (isExit ? EXIT_INSTEAD : ENTER_INSTEAD).call(code.dup()); // STACK: monitor, isDone
                code.ifThenElse(CodeBuilder::pop, notDone -> notDone.with(monitor)); // STACK:
            }
            case MonitorInstruction monitor -> {
                code.dup(); // STACK: monitor, monitor
                if (monitor.opcode() == Opcode.MONITOREXIT) {
                    EXIT.call(code);
                } else {
                    (isPoint ? ENTER : ENTER_INSIDE).call(code);
                }
                code.with(monitor);
            }
            case InvokeInstruction call when concerns(call) ->
                    (call.name().equalsString("notifyAll") ? SIGNAL_ALL : SIGNAL_ONE).call(code);
            default -> code.with(element);
        }
    }
}
