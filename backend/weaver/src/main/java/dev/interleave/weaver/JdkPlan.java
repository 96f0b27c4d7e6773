package dev.interleave.weaver;

import static java.lang.constant.ConstantDescs.CD_boolean;

import dev.interleave.model.trace.Operation;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Which methods of `java.base` are woven, and how.
final class JdkPlan {
    private static final String THREAD = "java/lang/Thread";
    private static final ClassDesc CD_THREAD = ClassDesc.ofInternalName(THREAD);
    private static final String VIRTUAL = "java/lang/VirtualThread";
    private static final String SUPPORT = "java/util/concurrent/locks/LockSupport";
    private static final String CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";

    private final Map<String, Map<MethodKey, Supplier<CodeTransform>>> byClass =
            new LinkedHashMap<>();

    /// A method within its class.
    ///
    /// @param name its name
    /// @param descriptor its parameters and result
    record MethodKey(String name, String descriptor) {}

    private JdkPlan() {}

    static JdkPlan create() {
        var plan = new JdkPlan();
        ControlPlan.addTo(plan);
        plan.threads();
        plan.waiting();
        plan.parking();
        TaskPlan.addTo(plan);
        VirtualThreadPlan.addTo(plan);
        Operation.ALL.stream()
                .filter(row -> !TaskPlan.isItsOwn(row))
                .forEach(row ->
                        plan.add(
                                row.owner(),
                                row.method(),
                                row.descriptor(),
                                OperationProbes.of(row)));
        return plan;
    }

    /// The classes with woven methods, by internal name.
    Set<String> classes() {
        return byClass.keySet();
    }

    /// The woven methods of a class; empty when there are none.
    Map<MethodKey, Supplier<CodeTransform>> methodsOf(String className) {
        return byClass.getOrDefault(className, Map.of());
    }

    private void threads() {
        MethodProbe start = start();
        add(THREAD, "start", "()V", start);
        add(THREAD, "start", CONTAINER, start);
        add(VIRTUAL, "start", CONTAINER, start);

        Hook began = Hook.inThreads("threadBegan", "()V");
        MethodProbe run = MethodProbe.atEntry(began::call);
        add(THREAD, "run", "()V", run);
        add("java/util/concurrent/ForkJoinWorkerThread", "run", "()V", run);
        add("java/util/concurrent/DelayScheduler", "run", "()V", run);
        add("java/util/TimerThread", "run", "()V", run);

        Hook ended = Hook.inThreads("threadEnded", "()V");
        add(THREAD, "exit", "()V", MethodProbe.atEntry(ended::call));
        add(
                VIRTUAL,
                "run",
                "(Ljava/lang/Runnable;)V",
                new MethodProbe() {
                    @Override
                    public void onEntry(CodeBuilder code, int token) {
                        began.call(code);
                    }

                    @Override
                    public void onReturn(CodeBuilder code, int token) {
                        ended.call(code);
                    }

                    @Override
                    public void onThrow(CodeBuilder code, int token) {
                        ended.call(code);
                    }
                });

        Hook interrupting = Hook.inThreads("interrupting", "(Ljava/lang/Thread;)V");
        MethodProbe interrupt = MethodProbe.atEntry(code -> interrupting.call(code.aload(0)));
        add(THREAD, "interrupt", "()V", interrupt);
        add(VIRTUAL, "interrupt", "()V", interrupt);
        Hook renamed = Hook.inThreads("threadRenamed", "(Ljava/lang/Thread;Ljava/lang/String;)V");
        add(
                THREAD,
                "setName",
                "(Ljava/lang/String;)V",
                MethodProbe.atEntry(code -> renamed.call(code.aload(0).aload(1))));
        Hook uncaught = Hook.inThreads("uncaught", "(Ljava/lang/Thread;Ljava/lang/Throwable;)V");
        add(
                THREAD,
                "dispatchUncaughtException",
                "(Ljava/lang/Throwable;)V",
                MethodProbe.atEntry(code -> uncaught.call(code.aload(0).aload(1))));
        Hook yielding = Hook.inThreads("yielding", "()V");
        add(THREAD, "yield", "()V", MethodProbe.atEntry(yielding::call));
        Hook visible =
                Hook.inThreads(
                        "visibleFields", "([Ljava/lang/reflect/Field;)[Ljava/lang/reflect/Field;");
        add(
                "jdk/internal/reflect/Reflection",
                "filterFields",
                "(Ljava/lang/Class;[Ljava/lang/reflect/Field;)[Ljava/lang/reflect/Field;",
                MethodProbe.atEntry(code -> {
                    visible.call(code.aload(1)); // STACK: fields
                    code.astore(1);
                }));
        Hook halting = Hook.inThreads("halting", "(I)V");
        add(
                "java/lang/Shutdown",
                "halt",
                "(I)V",
                MethodProbe.atEntry(code -> halting.call(code.iload(0))));
    }

    /// A thread that can't be started has ended, or else its lane would be waited for.
    private static MethodProbe start() {
        Hook starting = Hook.inThreads("threadStarting", "(Ljava/lang/Thread;Z)I");
        Hook notStarted = Hook.inThreads("threadNotStarted", "(Ljava/lang/Thread;I)V");
        return new MethodProbe() {
            @Override
            public void onEntry(CodeBuilder code, int token) {
                code.aload(0).dup(); // STACK: thread, thread
                code.invokevirtual(CD_THREAD, "isTerminated", MethodTypeDesc.of(CD_boolean));
                starting.call(code); // STACK: token
                code.istore(token); // STACK:
            }

            @Override
            public void onThrow(CodeBuilder code, int token) {
                notStarted.call(code.aload(0).iload(token));
            }
        };
    }

    private void waiting() {
        Hook sleepBegan = Hook.inThreads("sleepBegan", "(J)I");
        Hook sleepEnded = Hook.inThreads("sleepEnded", "(I)V");
        add(
                THREAD,
                "sleepNanos",
                "(J)V",
                MethodProbe.around(
                        code -> sleepBegan.call(code.lload(0)),
                        (code, token) -> sleepEnded.call(code.iload(token))));

        add(THREAD, "join", "(J)V", join(code -> code.lload(1).lconst_0().lcmp()));
        add(
                THREAD,
                "join",
                "(JI)V",
                join(code -> code.lload(1).iload(3).i2l().lor().lconst_0().lcmp()));
        add(THREAD, "join", "(Ljava/time/Duration;)Z", join(code -> code.iconst_1()));

        Hook waitBegan = Hook.inThreads("waitBegan", "(Ljava/lang/Object;J)I");
        Hook waitEnded = Hook.inThreads("waitEnded", "(Ljava/lang/Object;I)V");
        add(
                "java/lang/Object",
                "wait",
                "(J)V",
                MethodProbe.around(
                        code -> waitBegan.call(code.aload(0).lload(1)),
                        (code, token) -> waitEnded.call(code.aload(0).iload(token))));
    }

    /// `isBounded` leaves 0 on the stack for a join without end, something else for one that gives
    /// up after a time.
    private static MethodProbe join(MethodProbe.Entry isBounded) {
        Hook began = Hook.inThreads("joinBegan", "(Ljava/lang/Thread;Z)I");
        Hook ended = Hook.inThreads("joinEnded", "(I)V");
        return MethodProbe.around(
                code -> {
                    isBounded.emit(code.aload(0)); // STACK: thread, isBounded
                    began.call(code); // STACK: token
                },
                (code, token) -> ended.call(code.iload(token)));
    }

    private void parking() {
        Hook ended = Hook.inCalls("parkEnded", "(I)V");
        Hook began = Hook.inCalls("parkBegan", "(Ljava/lang/Object;J)I");
        Hook until = Hook.inCalls("parkBeganUntil", "(Ljava/lang/Object;J)I");
        MethodProbe.Exit exit = (code, token) -> ended.call(code.iload(token));
        add(
                SUPPORT,
                "park",
                "()V",
                MethodProbe.around(code -> began.call(code.aconst_null().lconst_0()), exit));
        add(
                SUPPORT,
                "park",
                "(Ljava/lang/Object;)V",
                MethodProbe.around(code -> began.call(code.aload(0).lconst_0()), exit));
        add(
                SUPPORT,
                "parkNanos",
                "(J)V",
                MethodProbe.around(code -> began.call(code.aconst_null().lload(0)), exit));
        add(
                SUPPORT,
                "parkNanos",
                "(Ljava/lang/Object;J)V",
                MethodProbe.around(code -> began.call(code.aload(0).lload(1)), exit));
        add(
                SUPPORT,
                "parkUntil",
                "(J)V",
                MethodProbe.around(code -> until.call(code.aconst_null().lload(0)), exit));
        add(
                SUPPORT,
                "parkUntil",
                "(Ljava/lang/Object;J)V",
                MethodProbe.around(code -> until.call(code.aload(0).lload(1)), exit));
        Hook unparking = Hook.inCalls("unparking", "(Ljava/lang/Object;)V");
        add(
                SUPPORT,
                "unpark",
                "(Ljava/lang/Thread;)V",
                MethodProbe.atEntry(code -> unparking.call(code.aload(0))));
    }

    /// Plans a probe around a method.
    void add(String owner, String method, String descriptor, MethodProbe probe) {
        add(owner, method, descriptor, () -> new AroundMethod(probe));
    }

    /// Plans a change of a method; `transform` makes a new one for each use.
    void add(String owner, String method, String descriptor, Supplier<CodeTransform> transform) {
        byClass.computeIfAbsent(owner, _ -> new HashMap<>())
                .merge(
                        new MethodKey(method, descriptor),
                        transform,
                        (first, second) -> () -> first.get().andThen(second.get()));
    }
}
