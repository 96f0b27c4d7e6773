package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;

/// The hooks in pools, timers and futures: who hands a task to whom, who runs it, and whether
/// anybody looks at how it ended.
public final class TaskProbes {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long SEEN_TASK = UNSAFE.objectFieldOffset(FutureTask.class, "$seen");
    private static final long SEEN_FUTURE =
            UNSAFE.objectFieldOffset(CompletableFuture.class, "$seen");

    private TaskProbes() {}

    /// The current thread is about to hand `task` to `pool`. What virtual threads do to go on is
    /// not the program's business.
    public static void taskSubmitting(Object pool, @Nullable Object task) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && task != null && !Recording.isVirtualScheduler(pool)) {
            recorder.write(
                    Kind.TASK_SUBMITTED,
                    recorder.numberOf(task, 0),
                    recorder.site,
                    ObjectTable.entryOf(pool, 0).number());
        }
    }

    /// The current thread is about to fork `task` in its own pool, or in the common one.
    public static void taskForking(ForkJoinTask<?> task) {
        if (Recording.current() != null) {
            taskSubmitting(
                    Thread.currentThread() instanceof ForkJoinWorkerThread worker
                            ? worker.getPool()
                            : ForkJoinPool.commonPool(),
                    task);
        }
    }

    /// The current thread takes a task up, in whatever call it may be: what the task does counts
    /// anew.
    public static int taskBegan(Object task) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null) {
            return 0;
        }
        recorder.write(Kind.TASK_BEGAN, recorder.numberOf(task, 0), recorder.site, 0);
        int token = recorder.depth + 1;
        recorder.depth = 0;
        return token;
    }

    /// The task is over; the object may be left out.
    public static void taskEnded(@Nullable Object task, int token) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && token != 0) {
            recorder.depth = token - 1;
            recorder.write(Kind.TASK_ENDED, recorder.numberOf(task, 0), recorder.site, 0);
        }
    }

    /// The thread looks whether a stage of a completable future can be run.
    public static int stageEntered() {
        ThreadRecorder recorder = Recording.current();
        return recorder == null ? 0 : recorder.stages + 1;
    }

    /// The stage is this thread's to run, when `isClaimed`.
    public static void stageClaimed(boolean isClaimed, Object stage) {
        ThreadRecorder recorder = Recording.current();
        if (isClaimed && recorder != null) {
            recorder.stages++;
            recorder.write(Kind.TASK_BEGAN, recorder.numberOf(stage, 0), recorder.site, 0);
        }
    }

    /// The thread is done with the stage, having run it or not.
    public static void stageLeft(Object stage, int token) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && token != 0 && recorder.stages >= token) {
            recorder.stages = token - 1;
            recorder.write(Kind.TASK_ENDED, recorder.numberOf(stage, 0), recorder.site, 0);
        }
    }

    /// A timer's thread is about to wait for its next task, for at most `millis`, or without bound
    /// when 0. It shows as parked, like the idle threads of pools.
    public static int timerIdleBegan(Object timer, long millis, int what) {
        int token = CallProbes.idleBegan(timer, what);
        if (token != 0) {
            CallProbes.park(millis * 1_000_000);
        }
        return token;
    }

    /// That wait is over.
    public static void timerIdleEnded(Object timer, int what, int token) {
        if (token != 0) {
            CallProbes.unpark();
            CallProbes.callEnded(timer, what, token);
        }
    }

    /// A future is about to hold what its task threw.
    public static void taskFailed(Object future, Throwable thrown) {
        ThreadRecorder recorder = Recording.current();
        ProbeSink to = Recording.sink();
        if (recorder != null && to != null) {
            int depth = recorder.depth;
            recorder.depth = depth + ThreadRecorder.OPAQUE;
            try {
                to.taskFailed(recorder, future, thrown);
            } finally {
                recorder.depth = depth;
            }
        }
    }

    /// Somebody looks how a task ended.
    public static void resultSeen(Object future) {
        if (future instanceof FutureTask) {
            UNSAFE.putBooleanRelease(future, SEEN_TASK, true);
        } else if (future instanceof CompletableFuture) {
            UNSAFE.putBooleanRelease(future, SEEN_FUTURE, true);
        }
    }

    /// Whether somebody has looked how a task ended, or waits for that, or does not care: has
    /// cancelled it.
    public static boolean isResultSeen(Object future) {
        return future instanceof FutureTask
                ? UNSAFE.getBooleanAcquire(future, SEEN_TASK)
                : UNSAFE.getBooleanAcquire(future, SEEN_FUTURE);
    }

    /// Somebody waits for several futures at once.
    public static void resultsSeen(@Nullable Object @Nullable [] futures) {
        if (futures != null) {
            for (Object future : futures) {
                if (future != null) {
                    resultSeen(future);
                }
            }
        }
    }
}
