package dev.interleave.probe;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import jdk.internal.vm.annotation.ChangesCurrentThread;
import jdk.internal.vm.annotation.DontInline;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;

/// A thread of a controlled run: a continuation that one carrier runs a piece at a time, while the
/// virtual machine takes it for the thread it stands for.
///
/// It hangs in a field of `Thread` that the weaver adds. For the carrier only.
public abstract class Green {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long GREEN = UNSAFE.objectFieldOffset(Thread.class, "$green");
    private static final long INTERRUPTED = UNSAFE.objectFieldOffset(Thread.class, "interrupted");
    private static final ContinuationScope SCOPE = new ContinuationScope("interleave");

    // What threads show of themselves, as the virtual machine and `VirtualThread` number it.
    private static final int NATIVE_RUNNABLE = 0x5;
    private static final int NATIVE_BLOCKED = 0x401;
    private static final int NATIVE_WAITING = 0x11;
    private static final int NATIVE_TIMED_WAITING = 0x21;
    private static final int NATIVE_TERMINATED = 0x2;
    private static final int VIRTUAL_RUNNING = 2;
    private static final int VIRTUAL_PARKED = 4;
    private static final int VIRTUAL_TIMED_PARKED = 7;
    private static final int VIRTUAL_BLOCKED = 13;

    private final Thread thread;
    private final Continuation continuation;
    private boolean isAlive = true;

    /// What the thread shows of its state.
    public enum Showing {
        /// It runs, or could.
        RUNNABLE,
        /// It waits for a monitor.
        BLOCKED,
        /// It waits without bound.
        WAITING,
        /// It waits for a time.
        TIMED_WAITING
    }

    /// A green thread for `thread`, which has been started and has not yet made a step.
    @SuppressWarnings("this-escape") // nobody uses it before its first step
    protected Green(Thread thread) {
        this.thread = thread;
        this.continuation = new Continuation(SCOPE, new Life(this));
        UNSAFE.putReference(thread, GREEN, this);
        show(Showing.RUNNABLE);
    }

    /// The thread it stands for.
    public final Thread thread() {
        return thread;
    }

    /// Whether it has been started and has not ended.
    public final boolean isAlive() {
        return isAlive;
    }

    /// The green thread that stands for `thread`, or null.
    public static @Nullable Green of(Thread thread) {
        return (Green) UNSAFE.getReference(thread, GREEN);
    }

    /// Runs it on the carrier, which is the caller, until it pauses or ends.
    ///
    /// @return whether it has ended
    @ChangesCurrentThread
    @DontInline
    public final boolean step(Thread carrier) {
        Access.setCurrent(carrier, thread);
        ControlProbes.mounted = thread;
        try {
            continuation.run();
        } finally {
            Access.setCurrent(carrier, carrier);
        }
        return continuation.isDone();
    }

    /// Gives the carrier back until somebody calls [#step] again; false when native code on the
    /// stack makes that impossible, and nothing has happened.
    public static boolean pause() {
        try {
            return Continuation.yield(SCOPE);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /// Whether one of these methods, each a class and a name with a dot between, is on its stack
    /// while it does not run.
    public final boolean isInside(Set<String> methods) {
        return continuation
                .stackWalker()
                .walk(frames ->
                        frames.anyMatch(frame ->
                                methods.contains(
                                        frame.getClassName() + "." + frame.getMethodName())));
    }

    /// The line that it is at in a source file: of the innermost frame there, or 0. While it does
    /// not run, or from itself.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    public final int lineIn(String file) {
        StackWalker walker =
                Thread.currentThread() == thread
                        ? StackWalker.getInstance()
                        : continuation.stackWalker();
        return walker.walk(frames ->
                frames.filter(frame -> file.equals(frame.getFileName()))
                        .mapToInt(StackWalker.StackFrame::getLineNumber)
                        .filter(line -> line > 0)
                        .findFirst()
                        .orElse(0));
    }

    /// Takes the thread's interrupt status away; whether it was set.
    public final boolean clearInterrupt() {
        boolean was = UNSAFE.getBoolean(thread, INTERRUPTED);
        if (was) {
            UNSAFE.putBoolean(thread, INTERRUPTED, false);
        }
        return was;
    }

    /// Whether the thread's interrupt status is set.
    public final boolean isInterrupted() {
        return UNSAFE.getBoolean(thread, INTERRUPTED);
    }

    final void setInterrupted() {
        UNSAFE.putBoolean(thread, INTERRUPTED, true);
    }

    /// Makes the thread tell `Thread.getState` so.
    public final void show(Showing state) {
        if (thread.isVirtual()) {
            Access.setVirtualState(
                    thread,
                    switch (state) {
                        case RUNNABLE -> VIRTUAL_RUNNING;
                        case BLOCKED -> VIRTUAL_BLOCKED;
                        case WAITING -> VIRTUAL_PARKED;
                        case TIMED_WAITING -> VIRTUAL_TIMED_PARKED;
                    });
        } else {
            Access.setPlatformStatus(
                    thread,
                    switch (state) {
                        case RUNNABLE -> NATIVE_RUNNABLE;
                        case BLOCKED -> NATIVE_BLOCKED;
                        case WAITING -> NATIVE_WAITING;
                        case TIMED_WAITING -> NATIVE_TIMED_WAITING;
                    });
        }
    }

    @SuppressWarnings("DoNotCall") // this is the thread, as far as the program can tell
    private void live() {
        ControlProbes.resume(thread);
        try {
            if (thread.isVirtual()) {
                Access.virtualTask(thread).run();
            } else {
                try {
                    thread.run();
                } catch (Throwable e) {
                    Access.dispatchUncaught(thread, e);
                }
            }
        } finally {
            ControlProbes.resume(thread); // whatever has happened to its stack
            Controller controller = ControlProbes.leave();
            if (controller != null) {
                controller.threads().ending(this);
            }
            isAlive = false;
            if (!thread.isVirtual()) {
                Access.setPlatformStatus(thread, NATIVE_TERMINATED);
            }
            ControlProbes.resume(thread);
            Access.exit(thread);
            ControlProbes.leave();
            if (controller != null) {
                controller.threads().ended(this);
            }
        }
    }

    private record Life(Green green) implements Runnable {
        @Override
        public void run() {
            green.live();
        }
    }

    /// The parts of `Thread` that only `java.lang` gets at.
    private static final class Access {
        private static final Class<?> VIRTUAL = type("java.lang.VirtualThread");
        private static final long STATE = UNSAFE.objectFieldOffset(VIRTUAL, "state");
        private static final long CONTINUATION = UNSAFE.objectFieldOffset(VIRTUAL, "cont");
        private static final long TARGET = UNSAFE.objectFieldOffset(Continuation.class, "target");
        private static final long HOLDER = UNSAFE.objectFieldOffset(Thread.class, "holder");
        private static final long STATUS =
                UNSAFE.objectFieldOffset(type("java.lang.Thread$FieldHolder"), "threadStatus");
        private static final MethodHandle SET_CURRENT =
                method(Thread.class, "setCurrentThread", Thread.class);
        private static final MethodHandle UNCAUGHT =
                method(Thread.class, "dispatchUncaughtException", Throwable.class);
        private static final MethodHandle EXIT = method(Thread.class, "exit");
        private static final MethodHandle AFTER_DONE =
                method(VIRTUAL, "afterDone", boolean.class)
                        .asType(MethodType.methodType(void.class, Thread.class, boolean.class));

        private Access() {}

        private static Class<?> type(String name) {
            try {
                return Class.forName(name, true, null);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("every JDK has this class", e);
            }
        }

        private static MethodHandle method(Class<?> owner, String name, Class<?>... parameters) {
            try {
                return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                        .findVirtual(owner, name, MethodType.methodType(void.class, parameters));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every JDK has this method", e);
            }
        }

        /// Never inlined: the optimising compiler would go on to take the current thread for the
        /// one it was.
        @ChangesCurrentThread
        @DontInline
        static void setCurrent(Thread carrier, Thread thread) {
            try {
                SET_CURRENT.invokeExact(carrier, thread);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        static void dispatchUncaught(Thread thread, Throwable thrown) {
            try {
                UNCAUGHT.invokeExact(thread, thrown);
            } catch (Throwable e) {
                // A handler's own exception goes nowhere, as in the virtual machine.
            }
        }

        static void exit(Thread thread) {
            try {
                if (thread.isVirtual()) {
                    AFTER_DONE.invokeExact(thread, true);
                } else {
                    EXIT.invokeExact(thread);
                }
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        static Runnable virtualTask(Thread thread) {
            return (Runnable)
                    UNSAFE.getReference(UNSAFE.getReference(thread, CONTINUATION), TARGET);
        }

        static void setVirtualState(Thread thread, int state) {
            UNSAFE.putIntVolatile(thread, STATE, state);
        }

        static void setPlatformStatus(Thread thread, int status) {
            UNSAFE.putIntVolatile(UNSAFE.getReference(thread, HOLDER), STATUS, status);
        }
    }
}
