package dev.interleave.probe;

import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.InnocuousThread;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;

/// The hooks in `java.lang`: threads, their sleeps, joins and waits on monitors.
///
/// A hook that returns a token is followed by one that takes it: 0 means that the first recorded
/// nothing, so the second must not.
public final class ThreadProbes {
    /// Set in the argument of a join that gives up after a time.
    private static final long JOIN_BOUNDED = 1L << 32;

    /// The names of the fields that the weaver adds to classes of the JDK.
    private static final String ADDED_FIELDS = "$recorder $lane $green $use $seen";

    private ThreadProbes() {}

    /// A thread is about to be started by the current one, which fails when it has run already.
    public static int threadStarting(Thread thread, boolean isTerminated) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null
                || isTerminated
                || Recording.recorderOf(thread) != null
                || thread instanceof CarrierThread
                || (thread instanceof InnocuousThread && !Recording.isStepped())) {
            return 0;
        }
        ThreadRecorder child = Recording.open(thread, recorder.lane());
        recorder.write(Kind.THREAD_STARTED, 0, recorder.site, child.lane());
        return 1;
    }

    /// The thread could not be started, unless somebody else was faster; nobody else writes its
    /// records.
    public static void threadNotStarted(Thread thread, int token) {
        if (token != 0 && !thread.isAlive()) {
            ended(thread);
        }
    }

    /// The first step of a thread; any further call does nothing.
    public static void threadBegan() {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && !recorder.hasBegun) {
            recorder.hasBegun = true;
            recorder.write(Kind.THREAD_BEGAN, 0, 0, 0);
        }
    }

    /// The last step of a thread.
    public static void threadEnded() {
        ended(Thread.currentThread());
    }

    private static void ended(Thread thread) {
        ThreadRecorder recorder = Recording.recorderOf(thread);
        if (recorder != null) {
            recorder.write(Kind.THREAD_ENDED, 0, 0, 0);
            recorder.end();
            Recording.forget(thread);
            ProbeSink to = Recording.sink();
            if (to != null) {
                to.laneEnded(recorder, thread);
            }
        }
    }

    /// A thread got another name.
    public static void threadRenamed(Thread thread, @Nullable String name) {
        ThreadRecorder recorder = Recording.recorderOf(thread);
        ProbeSink to = Recording.sink();
        if (recorder != null && to != null && name != null) {
            to.laneRenamed(recorder, name);
        }
    }

    /// The current thread is about to interrupt `thread`.
    public static void interrupting(Thread thread) {
        ThreadRecorder recorder = Recording.current();
        ThreadRecorder target = Recording.recorderOf(thread);
        if (recorder != null && target != null) {
            recorder.write(Kind.THREAD_INTERRUPTED, 0, recorder.site, target.lane());
        }
    }

    /// `Thread.yield`.
    public static void yielding() {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && recorder.depth == 0) {
            recorder.write(Kind.THREAD_YIELDED, 0, recorder.site, 0);
        }
    }

    /// An exception is about to reach the handler for those nobody caught.
    public static void uncaught(Thread thread, Throwable thrown) {
        ThreadControlProbes.uncaught(thrown);
        ThreadRecorder recorder = Recording.recorderOf(thread);
        ProbeSink to = Recording.sink();
        if (recorder != null && to != null) {
            recorder.depth += ThreadRecorder.OPAQUE;
            try {
                to.uncaught(recorder, thrown);
            } finally {
                recorder.depth -= ThreadRecorder.OPAQUE;
            }
        }
    }

    /// The virtual machine is about to end.
    public static void halting(int status) {
        ProbeSink to = Recording.sink();
        if (to != null) {
            to.halting(status);
        }
    }

    /// `Thread.sleep` begins.
    public static int sleepBegan(long nanos) {
        return opaqueBegan(Kind.SLEEP_BEGAN, null, nanos);
    }

    /// `Thread.sleep` is over.
    public static void sleepEnded(int token) {
        opaqueEnded(Kind.SLEEP_ENDED, null, token);
    }

    /// `Thread.join` begins; `isBounded` when it gives up after a time.
    public static int joinBegan(Thread thread, boolean isBounded) {
        if (Recording.current() == null) {
            return 0; // and the look below would count as the program's
        }
        long lane = Recording.laneOf(thread);
        if (lane == 0 && !thread.isAlive()) {
            return 0; // there is nothing to wait for
        }
        return opaqueBegan(Kind.JOIN_BEGAN, null, isBounded ? lane | JOIN_BOUNDED : lane);
    }

    /// `Thread.join` is over.
    public static void joinEnded(int token) {
        opaqueEnded(Kind.JOIN_ENDED, null, token);
    }

    /// `Object.wait` begins.
    public static int waitBegan(Object monitor, long millis) {
        return opaqueBegan(Kind.MONITOR_WAIT_BEGAN, monitor, nanosOf(millis));
    }

    /// `Object.wait` is over.
    public static void waitEnded(Object monitor, int token) {
        opaqueEnded(Kind.MONITOR_WAIT_ENDED, monitor, token);
    }

    /// What reflection shows of a class's fields: all but those that the probes added.
    public static Field[] visibleFields(Field[] fields) {
        int visible = 0;
        for (Field field : fields) {
            visible += isOurs(field) ? 0 : 1;
        }
        if (visible == fields.length) {
            return fields;
        }
        var shown = new Field[visible];
        int next = 0;
        for (Field field : fields) {
            if (!isOurs(field)) {
                shown[next++] = field;
            }
        }
        return shown;
    }

    private static boolean isOurs(Field field) {
        return field.isSynthetic()
                && field.getDeclaringClass().getClassLoader() == null
                && ADDED_FIELDS.contains(field.getName());
    }

    private static int opaqueBegan(int kind, @Nullable Object object, long argument) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null || recorder.depth >= ThreadRecorder.OPAQUE) {
            return 0;
        }
        recorder.write(kind, recorder.numberOf(object, 0), recorder.site, argument);
        recorder.depth += ThreadRecorder.OPAQUE;
        return 1;
    }

    private static void opaqueEnded(int kind, @Nullable Object object, int token) {
        ThreadRecorder recorder = Recording.current();
        if (token != 0 && recorder != null) {
            recorder.depth -= ThreadRecorder.OPAQUE;
            recorder.write(kind, recorder.numberOf(object, 0), recorder.site, 0);
        }
    }

    /// A time in nanoseconds, or the longest there is.
    static long nanosOf(long millis) {
        return millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE : millis * 1_000_000;
    }
}
