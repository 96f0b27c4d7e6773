package dev.interleave.weaver;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/// Where the JDK lets the engine of a controlled run decide: who starts, waits, and is woken. In
/// every other run each of these costs a look at a field.
final class ControlPlan {
    private static final String THREAD = "java/lang/Thread";
    private static final String VIRTUAL = "java/lang/VirtualThread";
    private static final String SUPPORT = "java/util/concurrent/locks/LockSupport";
    private static final String CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";

    private final JdkPlan plan;

    private ControlPlan(JdkPlan plan) {
        this.plan = plan;
    }

    /// Comes first: what is recorded stands around what is done.
    static void addTo(JdkPlan plan) {
        var control = new ControlPlan(plan);
        control.threads();
        control.waiting();
        control.parking();
        control.linking();
        control.tasks();
        control.listsOfArrays();
        control.optimisticReads();
        Hook random = Hook.inChanceControl("nextBytes", "([B)Z");
        plan.add(
                "java/security/SecureRandom",
                "nextBytes",
                "([B)V",
                () -> new InsteadOfMethod(code -> random.call(code.aload(1))));
    }

    /// Between two tasks others may move: else whoever forks does all the work within one step, and
    /// nobody gets to steal any.
    private void tasks() {
        Hook call = Hook.inMemoryControl("call", "(Ljava/lang/Object;)V");
        plan.add(
                "java/util/concurrent/ForkJoinTask",
                "doExec",
                "()V",
                MethodProbe.atEntry(code -> call.call(code.aload(0))));
    }

    /// Of the views only this one has elements that threads may use apart from each other.
    private void listsOfArrays() {
        String list = "java/util/Arrays$ArrayList";
        plan.add(list, "get", "(I)Ljava/lang/Object;", usingElement(list, 0));
        plan.add(list, "set", "(ILjava/lang/Object;)Ljava/lang/Object;", usingElement(list, 1));
    }

    private static MethodProbe usingElement(String list, int writes) {
        Hook element = Hook.inMemoryControl("element", "(Ljava/lang/Object;III)V");
        ClassDesc type = ClassDesc.ofInternalName(list);
        ClassDesc array = ConstantDescs.CD_Object.arrayType();
        return MethodProbe.atEntry(code ->
                element.call(
                        code.aload(0)
                                .getfield(type, "a", array)
                                .iload(1)
                                .loadConstant(writes)
                                .iconst_0()));
    }

    private void optimisticReads() {
        String lock = "java/util/concurrent/locks/StampedLock";
        Hook began = Hook.inMemoryControl("optimisticReadBegan", "()V");
        Hook validated = Hook.inMemoryControl("validated", "(Z)V");
        Hook converted = Hook.inMemoryControl("converted", "(J)V");
        MethodProbe converting = MethodProbe.atReturn(code -> converted.call(code.dup2()));
        plan.add(lock, "tryOptimisticRead", "()J", MethodProbe.atReturn(began::call));
        plan.add(
                lock, "validate", "(J)Z", MethodProbe.atReturn(code -> validated.call(code.dup())));
        plan.add(lock, "tryConvertToReadLock", "(J)J", converting);
        plan.add(lock, "tryConvertToWriteLock", "(J)J", converting);
    }

    /// What the virtual machine has the JDK do, the first time that some code runs, is no part of
    /// what the program does.
    private void linking() {
        Hook begin = Hook.inControl("beginAside", "()I");
        Hook end = Hook.inControl("endAside", "(I)V");
        MethodProbe aside =
                MethodProbe.around(begin::call, (code, token) -> end.call(code.iload(token)));
        String natives = "java/lang/invoke/MethodHandleNatives";
        plan.add(
                natives,
                "linkCallSite",
                "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/invoke/MemberName;",
                aside);
        plan.add(
                natives,
                "linkMethod",
                "(Ljava/lang/Class;ILjava/lang/Class;Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/invoke/MemberName;",
                aside);
        plan.add(
                natives,
                "linkMethodHandleConstant",
                "(Ljava/lang/Class;ILjava/lang/Class;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/invoke/MethodHandle;",
                aside);
        plan.add(
                "java/lang/invoke/Invokers",
                "maybeCustomize",
                "(Ljava/lang/invoke/MethodHandle;)V",
                aside);
        plan.add("java/util/concurrent/ThreadLocalRandom", "localInit", "()V", aside);
        String root = "jdk/internal/vm/ThreadContainers$RootContainer$CountingRootContainer";
        plan.add(root, "onStart", "(Ljava/lang/Thread;)V", aside);
        plan.add(root, "onExit", "(Ljava/lang/Thread;)V", aside);
        String containers = "jdk/internal/vm/ThreadContainers";
        plan.add(
                containers,
                "registerContainer",
                "(Ljdk/internal/vm/ThreadContainer;)Ljava/lang/Object;",
                aside);
        plan.add(containers, "deregisterContainer", "(Ljava/lang/Object;)V", aside);
        plan.add(
                "java/lang/ClassLoader",
                "loadClass",
                "(Ljava/lang/String;)Ljava/lang/Class;",
                aside);
    }

    private void threads() {
        Hook start = Hook.inThreadControl("start", "(Ljava/lang/Thread;)Z");
        plan.add(THREAD, "start", "()V", () -> new InsteadOfCall("start0", start));
        plan.add(THREAD, "start", CONTAINER, () -> new InsteadOfCall("start0", start));
        plan.add(
                VIRTUAL,
                "start",
                CONTAINER,
                () -> new InsteadOfCall("externalSubmitRunContinuationOrThrow", start));
        Hook alive = Hook.inThreadControl("alive", "(Ljava/lang/Thread;)I");
        plan.add(THREAD, "alive", "()Z", () -> new Answered(alive));
        plan.add(VIRTUAL, "alive", "()Z", () -> new Answered(alive));
        MethodProbe looking = MethodProbe.atEntry(code -> alive.call(code.aload(0)).pop());
        plan.add(THREAD, "join", "(Ljava/time/Duration;)Z", looking);
        Hook state = Hook.inThreadControl("state", "(Ljava/lang/Thread;)V");
        plan.add(
                THREAD,
                "getState",
                "()Ljava/lang/Thread$State;",
                MethodProbe.atEntry(code -> state.call(code.aload(0))));
        Hook saw = Hook.inThreadControl("sawInterrupt", "(ZLjava/lang/Thread;)V");
        MethodProbe asking = MethodProbe.atReturn(code -> saw.call(code.dup().aload(0)));
        plan.add(THREAD, "isInterrupted", "()Z", asking);
        plan.add(VIRTUAL, "isInterrupted", "()Z", asking);
        Hook interrupt = Hook.inThreadControl("interrupt", "(Ljava/lang/Thread;)Z");
        MethodProbe.Entry interrupting = code -> interrupt.call(code.aload(0));
        plan.add(THREAD, "interrupt", "()V", () -> new InsteadOfMethod(interrupting));
        plan.add(VIRTUAL, "interrupt", "()V", () -> new InsteadOfMethod(interrupting));
        Hook exit = Hook.inThreadControl("exit", "(I)Z");
        MethodProbe.Entry exiting = code -> exit.call(code.iload(1));
        plan.add("java/lang/Runtime", "exit", "(I)V", () -> new InsteadOfMethod(exiting));
        plan.add("java/lang/Runtime", "halt", "(I)V", () -> new InsteadOfMethod(exiting));
        Hook clear = Hook.inThreadControl("clearInterrupt", "(Ljava/lang/Thread;)I");
        plan.add(THREAD, "getAndClearInterrupt", "()Z", () -> new Answered(clear));
        plan.add(VIRTUAL, "getAndClearInterrupt", "()Z", () -> new Answered(clear));
    }

    private void waiting() {
        Hook join = Hook.inThreadControl("joinMillis", "(Ljava/lang/Thread;J)Z");
        plan.add(
                THREAD,
                "join",
                "(J)V",
                () -> new InsteadOfMethod(code -> join.call(code.aload(0).lload(1))));
        Hook sleep = Hook.inThreadControl("sleep", "(J)Z");
        plan.add(
                THREAD,
                "sleepNanos",
                "(J)V",
                () -> new InsteadOfMethod(code -> sleep.call(code.lload(0))));
        Hook yield = Hook.inThreadControl("yieldNow", "()Z");
        plan.add(THREAD, "yield", "()V", () -> new InsteadOfMethod(yield::call));
        Hook wait = Hook.inMonitorControl("await", "(Ljava/lang/Object;J)Z");
        plan.add(
                "java/lang/Object",
                "wait",
                "(J)V",
                () -> new InsteadOfMethod(code -> wait.call(code.aload(0).lload(1))));
    }

    private void parking() {
        Hook park = Hook.inThreadControl("park", "(J)Z");
        Hook nanos = Hook.inThreadControl("parkNanos", "(J)Z");
        Hook until = Hook.inThreadControl("parkUntil", "(J)Z");
        Hook unpark = Hook.inThreadControl("unpark", "(Ljava/lang/Object;)Z");
        MethodProbe.Entry unbounded = code -> park.call(code.lconst_0());
        park("park", "()V", unbounded);
        park("park", "(Ljava/lang/Object;)V", unbounded);
        park("parkNanos", "(J)V", code -> nanos.call(code.lload(0)));
        park("parkNanos", "(Ljava/lang/Object;J)V", code -> nanos.call(code.lload(1)));
        park("parkUntil", "(J)V", code -> until.call(code.lload(0)));
        park("parkUntil", "(Ljava/lang/Object;J)V", code -> until.call(code.lload(1)));
        park("unpark", "(Ljava/lang/Thread;)V", code -> unpark.call(code.aload(0)));
    }

    private void park(String method, String descriptor, MethodProbe.Entry hook) {
        plan.add(SUPPORT, method, descriptor, () -> new InsteadOfMethod(hook));
    }
}
