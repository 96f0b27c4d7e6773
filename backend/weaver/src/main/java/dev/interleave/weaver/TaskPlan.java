package dev.interleave.weaver;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.weaver.AroundCalls.CallProbe;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;

/// How the hand-over of tasks to pools and timers is seen: who submits, who runs, and what becomes
/// of a failure.
final class TaskPlan {
    private static final String JUC = "java/util/concurrent/";
    private static final String TASK = "Ljava/util/concurrent/ForkJoinTask;";
    private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
    private static final ClassDesc ARRAY_LIST = ClassDesc.of("java.util.ArrayList");
    private static final MethodTypeDesc TO_ARRAY =
            MethodTypeDesc.of(ConstantDescs.CD_Object.arrayType());
    private static final String STAGE = "Ljava/util/concurrent/CompletionStage;";
    private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
    private static final String RUNNABLE = "Ljava/lang/Runnable;";
    private static final String FUNCTION = "Ljava/util/function/Function;";
    private static final String CONSUMER = "Ljava/util/function/Consumer;";
    private static final String BI_FUNCTION = "Ljava/util/function/BiFunction;";
    private static final String BI_CONSUMER = "Ljava/util/function/BiConsumer;";
    private static final String TIMER_THREAD = "java/util/TimerThread";
    private static final ClassDesc TASK_QUEUE = ClassDesc.of("java.util.TaskQueue");

    private static final Hook SUBMITTING =
            Hook.inTasks("taskSubmitting", "(Ljava/lang/Object;Ljava/lang/Object;)V");
    private static final Hook FORKING = Hook.inTasks("taskForking", "(" + TASK + ")V");
    private static final Hook BEGAN = Hook.inTasks("taskBegan", "(Ljava/lang/Object;)I");
    private static final Hook ENDED = Hook.inTasks("taskEnded", "(Ljava/lang/Object;I)V");

    /// The stages of a completable future that call a function of the program.
    private static final List<String> STAGES =
            List.of(
                    "UniApply",
                    "UniAccept",
                    "UniRun",
                    "UniWhenComplete",
                    "UniHandle",
                    "UniExceptionally",
                    "UniComposeExceptionally",
                    "UniCompose",
                    "BiApply",
                    "BiAccept",
                    "BiRun",
                    "OrApply",
                    "OrAccept",
                    "OrRun");

    private final JdkPlan plan;

    private TaskPlan(JdkPlan plan) {
        this.plan = plan;
    }

    static void addTo(JdkPlan plan) {
        var tasks = new TaskPlan(plan);
        tasks.threadPools();
        tasks.forkJoin();
        tasks.stages();
        tasks.timers();
        tasks.failures();
    }

    /// Whether a row of the table is seen by what is planned here, rather than around its method.
    static boolean isItsOwn(Operation row) {
        return row.owner().equals(TIMER_THREAD);
    }

    private void threadPools() {
        plan.add(
                JUC + "ThreadPoolExecutor",
                "execute",
                "(Ljava/lang/Runnable;)V",
                MethodProbe.atEntry(code -> SUBMITTING.call(code.aload(0).aload(1))));
        plan.add(
                JUC + "ScheduledThreadPoolExecutor",
                "delayedExecute",
                "(Ljava/util/concurrent/RunnableScheduledFuture;)V",
                MethodProbe.atEntry(code -> SUBMITTING.call(code.aload(0).aload(1))));
        plan.add(
                JUC + "ThreadPoolExecutor",
                "runWorker",
                "(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V",
                () ->
                        new AroundCalls(
                                Map.of(
                                        "beforeExecute",
                                        CallProbe.before((code, _) -> begin(code)),
                                        "afterExecute",
                                        CallProbe.before((code, _) -> end(code)))));
    }

    /// STACK: pool, thread, task → the same.
    private static void begin(CodeBuilder code) {
        code.dup(); // STACK: pool, thread, task, task
        BEGAN.call(code);
        code.pop(); // a worker is inside of nothing else
    }

    /// STACK: pool, task, thrown → the same.
    private static void end(CodeBuilder code) {
        code.dup2().pop().iconst_1(); // STACK: pool, task, thrown, task, 1
        ENDED.call(code);
    }

    private void forkJoin() {
        MethodProbe submit = MethodProbe.atEntry(code -> SUBMITTING.call(code.aload(0).aload(2)));
        plan.add(JUC + "ForkJoinPool", "poolSubmit", "(Z" + TASK + ")" + TASK, submit);
        plan.add(
                JUC + "ForkJoinPool",
                "externalSubmit",
                "(" + TASK + ")" + TASK,
                MethodProbe.atEntry(code -> SUBMITTING.call(code.aload(0).aload(1))));
        plan.add(
                JUC + "ForkJoinTask",
                "fork",
                "()" + TASK,
                MethodProbe.atEntry(code -> FORKING.call(code.aload(0))));
        plan.add(
                JUC + "ForkJoinTask",
                "doExec",
                "()V",
                MethodProbe.around(
                        code -> BEGAN.call(code.aload(0)),
                        (code, token) -> ENDED.call(code.aload(0).iload(token))));
    }

    private void stages() {
        Hook entered = Hook.inTasks("stageEntered", "()I");
        Hook left = Hook.inTasks("stageLeft", "(Ljava/lang/Object;I)V");
        for (String stage : STAGES) {
            plan.add(
                    JUC + "CompletableFuture$" + stage,
                    "tryFire",
                    "(I)" + FUTURE,
                    MethodProbe.around(
                            entered::call, (code, token) -> left.call(code.aload(0).iload(token))));
        }
        Hook claimed = Hook.inTasks("stageClaimed", "(ZLjava/lang/Object;)V");
        plan.add(
                JUC + "CompletableFuture$UniCompletion",
                "claim",
                "()Z",
                new MethodProbe() {
                    @Override
                    public void onEntry(CodeBuilder code, int token) {
                        // What matters is the result.
                    }

                    @Override
                    public void onReturn(CodeBuilder code, int token) {
                        code.dup(); // STACK: claimed, claimed
                        claimed.call(code.aload(0)); // STACK: claimed
                    }
                });
    }

    private void timers() {
        plan.add(
                "java/util/Timer",
                "sched",
                "(Ljava/util/TimerTask;JJ)V",
                MethodProbe.atEntry(code -> {
                    code.aload(0).getfield(ClassDesc.of("java.util.Timer"), "queue", TASK_QUEUE);
                    SUBMITTING.call(code.aload(1));
                }));
        Operation idle =
                Operation.ALL.stream().filter(TaskPlan::isItsOwn).findFirst().orElseThrow();
        Hook began = Hook.inTasks("timerIdleBegan", "(Ljava/lang/Object;JI)I");
        Hook ended = Hook.inTasks("timerIdleEnded", "(Ljava/lang/Object;II)V");
        plan.add(
                TIMER_THREAD,
                "mainLoop",
                "()V",
                () -> {
                    var token = new int[1];
                    return new AroundCalls(
                            Map.of(
                                    "wait",
                                    new CallProbe(
                                            (code, call) -> {
                                                token[0] = code.allocateLocal(TypeKind.INT);
                                                boolean isBounded =
                                                        call.typeSymbol().parameterCount() == 1;
                                                if (isBounded) {
                                                    code.dup2(); // STACK: queue, millis, millis
                                                } else {
                                                    code.lconst_0(); // STACK: queue, 0
                                                }
                                                int millis = code.allocateLocal(TypeKind.LONG);
                                                code.lstore(millis);
                                                loadQueue(code).lload(millis);
                                                began.call(
                                                        code.loadConstant(
                                                                Hook.what(
                                                                        EventKind.CALL_BEGAN,
                                                                        idle)));
                                                code.istore(token[0]);
                                            },
                                            (code, _) ->
                                                    ended.call(
                                                            loadQueue(code)
                                                                    .loadConstant(
                                                                            Hook.what(
                                                                                    EventKind
                                                                                            .CALL_ENDED,
                                                                                    idle))
                                                                    .iload(token[0]))),
                                    "run",
                                    new CallProbe(
                                            (code, _) -> {
                                                BEGAN.call(code.dup()); // STACK: task, token
                                                code.pop(); // STACK: task
                                            },
                                            (code, _) -> {
                                                code.aconst_null().iconst_1();
                                                ENDED.call(code);
                                            })));
                });
    }

    private static CodeBuilder loadQueue(CodeBuilder code) {
        return code.aload(0).getfield(ClassDesc.of("java.util.TimerThread"), "queue", TASK_QUEUE);
    }

    /// A failure that ends in a future, and who looks at that.
    private void failures() {
        Hook failed = Hook.inTasks("taskFailed", "(Ljava/lang/Object;Ljava/lang/Throwable;)V");
        Hook lookedAt = Hook.inTasks("resultSeen", "(Ljava/lang/Object;)V");
        MethodProbe failing = MethodProbe.atEntry(code -> failed.call(code.aload(0).aload(1)));
        MethodProbe looking = MethodProbe.atEntry(code -> lookedAt.call(code.aload(0)));
        plan.add(JUC + "FutureTask", "setException", "(Ljava/lang/Throwable;)V", failing);
        plan.add(JUC + "FutureTask", "report", "(I)Ljava/lang/Object;", looking);
        plan.add(JUC + "FutureTask", "cancel", "(Z)Z", looking);
        plan.add(
                JUC + "AbstractExecutorService",
                "cancelAll",
                "(Ljava/util/ArrayList;I)V",
                MethodProbe.atEntry(code -> {
                    code.aload(0).invokevirtual(ARRAY_LIST, "toArray", TO_ARRAY);
                    Hook.inTasks("resultsSeen", "([Ljava/lang/Object;)V").call(code);
                }));
        plan.add(JUC + "FutureTask", "exceptionNow", "()Ljava/lang/Throwable;", looking);
        plan.add(JUC + "FutureTask", "state", "()Ljava/util/concurrent/Future$State;", looking);

        String future = JUC + "CompletableFuture";
        plan.add(future, "completeThrowable", "(Ljava/lang/Throwable;)Z", failing);
        for (String method :
                List.of(
                        "get()Ljava/lang/Object;",
                        "get(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;",
                        "join()Ljava/lang/Object;",
                        "getNow(Ljava/lang/Object;)Ljava/lang/Object;",
                        "resultNow()Ljava/lang/Object;",
                        "exceptionNow()Ljava/lang/Throwable;",
                        "state()Ljava/util/concurrent/Future$State;",
                        "isCompletedExceptionally()Z",
                        "toCompletableFuture()" + FUTURE,
                        "unipush(Ljava/util/concurrent/CompletableFuture$Completion;)V",
                        "uniCopyStage(" + FUTURE + ")" + FUTURE,
                        "uniApplyStage(" + EXECUTOR + FUNCTION + ")" + FUTURE,
                        "uniAcceptStage(" + EXECUTOR + CONSUMER + ")" + FUTURE,
                        "uniRunStage(" + EXECUTOR + RUNNABLE + ")" + FUTURE,
                        "uniApplyNow(Ljava/lang/Object;" + EXECUTOR + FUNCTION + ")" + FUTURE,
                        "uniAcceptNow(Ljava/lang/Object;" + EXECUTOR + CONSUMER + ")" + FUTURE,
                        "uniRunNow(Ljava/lang/Object;" + EXECUTOR + RUNNABLE + ")" + FUTURE,
                        "uniWhenCompleteStage(" + EXECUTOR + BI_CONSUMER + ")" + FUTURE,
                        "uniHandleStage(" + EXECUTOR + BI_FUNCTION + ")" + FUTURE,
                        "uniExceptionallyStage(" + EXECUTOR + FUNCTION + ")" + FUTURE,
                        "uniComposeExceptionallyStage(" + EXECUTOR + FUNCTION + ")" + FUTURE,
                        "uniComposeStage(" + EXECUTOR + FUNCTION + ")" + FUTURE)) {
            int parameters = method.indexOf('(');
            plan.add(
                    future, method.substring(0, parameters), method.substring(parameters), looking);
        }
        Hook allSeen = Hook.inTasks("resultsSeen", "([Ljava/lang/Object;)V");
        MethodProbe lookingAtAll = MethodProbe.atEntry(code -> allSeen.call(code.aload(0)));
        plan.add(future, "andTree", "([" + FUTURE + "II)" + FUTURE, lookingAtAll);
        plan.add(future, "anyOf", "([" + FUTURE + ")" + FUTURE, lookingAtAll);
        for (String method :
                List.of(
                        "biApplyStage(" + EXECUTOR + STAGE + BI_FUNCTION + ")" + FUTURE,
                        "biAcceptStage(" + EXECUTOR + STAGE + BI_CONSUMER + ")" + FUTURE,
                        "biRunStage(" + EXECUTOR + STAGE + RUNNABLE + ")" + FUTURE,
                        "orApplyStage(" + EXECUTOR + STAGE + FUNCTION + ")" + FUTURE,
                        "orAcceptStage(" + EXECUTOR + STAGE + CONSUMER + ")" + FUTURE,
                        "orRunStage(" + EXECUTOR + STAGE + RUNNABLE + ")" + FUTURE)) {
            int parameters = method.indexOf('(');
            plan.add(
                    future,
                    method.substring(0, parameters),
                    method.substring(parameters),
                    MethodProbe.atEntry(code -> {
                        lookedAt.call(code.aload(0));
                        lookedAt.call(code.aload(2));
                    }));
        }
    }
}
