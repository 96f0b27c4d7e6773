package dev.interleave.probe;

import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.InnocuousThread;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;

/// The hooks that woven code calls. On a thread without a recorder, which is every thread until a
/// run begins, each does nothing.
///
/// `what` is an event's code with the operation's number in the upper half, put together by the
/// weaver. A hook that returns a token is followed by one that takes it: 0 means that the first
/// recorded nothing, so the second must not.
public final class Probes {
    /// Set in the argument of a join that gives up after a time.
    private static final long JOIN_BOUNDED = 1L << 32;

    /// The names of the fields that the weaver adds to classes of the JDK.
    private static final String ADDED_FIELDS = "$recorder $lane $use";

    private Probes() {}

    // ---- Called by the program's own code ----

    /// The program's code is about to call something else, at `site`.
    public static void at(int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.stretch++;
            recorder.site = site;
            recorder.direct = null;
        }
    }

    /// The program's code is about to call a method of the operation table on `receiver`, which it
    /// knows as `name`.
    public static void using(@Nullable Object receiver, int site, int name) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.stretch++;
            recorder.site = site;
            recorder.direct = receiver;
            recorder.directName = name;
        }
    }

    /// The program's code is about to enter a monitor.
    public static void monitorEntering(@Nullable Object monitor, int site, int name) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && monitor != null) {
            recorder.write(Kind.MONITOR_ENTER_BEGAN, recorder.numberOf(monitor, name), site, 0);
        }
    }

    /// It has entered it.
    public static void monitorEntered(Object monitor, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.write(Kind.MONITOR_ENTERED, recorder.numberOf(monitor, 0), site, 0);
        }
    }

    /// It is about to leave it.
    public static void monitorExiting(Object monitor, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.stretch++;
            recorder.write(Kind.MONITOR_EXITED, recorder.numberOf(monitor, 0), site, 0);
        }
    }

    /// The program's code is about to notify those who wait on a monitor: one, or all when `all` is
    /// 1.
    public static void notifying(@Nullable Object monitor, int site, int name, int all) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && monitor != null) {
            recorder.write(Kind.MONITOR_NOTIFIED, recorder.numberOf(monitor, name), site, all);
        }
    }

    /// The program's code is about to wait at a place that will not look again whether what it
    /// waits for is true.
    public static void waitingOnce(int site) {
        ThreadRecorder recorder = Recording.current();
        ProbeSink to = Recording.sink();
        if (recorder != null && to != null) {
            to.waitingOnce(recorder, site);
        }
    }

    /// The program's code is about to wait without having looked, under the lock, whether what it
    /// waits for is true already.
    public static void waitingBlindly(int site) {
        ProbeSink to = Recording.sink();
        if (Recording.current() != null && to != null) {
            to.waitingBlindly(site);
        }
    }

    // ---- Called by java.lang ----

    /// A thread is about to be started by the current one, which fails when it has run already.
    public static int threadStarting(Thread thread, boolean isTerminated) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null
                || isTerminated
                || Recording.recorderOf(thread) != null
                || thread instanceof CarrierThread
                || thread instanceof InnocuousThread) {
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

    // ---- Called by java.util.concurrent ----

    /// The thread is about to park, for at most `nanos`, or without bound when 0.
    public static int parkBegan(@Nullable Object blocker, long nanos) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null || recorder.depth >= ThreadRecorder.OPAQUE) {
            return 0;
        }
        recorder.write(Kind.PARK_BEGAN, 0, recorder.site, nanos);
        return 1;
    }

    /// The thread is about to park until a time of the wall clock, in milliseconds.
    public static int parkBeganUntil(@Nullable Object blocker, long deadlineMillis) {
        return parkBegan(
                blocker, Math.max(1, nanosOf(deadlineMillis - System.currentTimeMillis())));
    }

    /// The thread goes on after a park.
    public static void parkEnded(int token) {
        ThreadRecorder recorder = Recording.current();
        if (token != 0 && recorder != null) {
            recorder.write(Kind.PARK_ENDED, 0, recorder.site, 0);
        }
    }

    /// `Unsafe.park` as the JDK itself calls it, past `LockSupport`.
    public static int parkBeganUnsafe(boolean isAbsolute, long time) {
        return isAbsolute && time != 0 ? parkBeganUntil(null, time) : parkBegan(null, time);
    }

    /// The current thread is about to unpark `thread`.
    public static void unparking(@Nullable Object thread) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && thread instanceof Thread target) {
            ThreadRecorder other = Recording.recorderOf(target);
            if (other != null) {
                recorder.write(Kind.UNPARKED, 0, recorder.site, other.lane());
            }
        }
    }

    /// A lock is about to be taken, if the program's own code asked for it.
    public static int lockBegan(Object lock, int what) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null || !recorder.isDirect(lock)) {
            return 0;
        }
        return begin(recorder, lock, what);
    }

    /// The lock was taken, or not: `what` says which.
    public static void lockEnded(Object lock, int what, int token) {
        if (token != 0) {
            end(lock, what, token);
        }
    }

    /// The lock was tried for, with this result.
    public static void tryLockEnded(boolean isTaken, Object lock, int operation, int token) {
        if (token != 0) {
            end(lock, (isTaken ? Kind.LOCK_ACQUIRED : Kind.LOCK_FAILED) | operation << 16, token);
        }
    }

    /// Something that never waits is about to be done: a lock given up, a permit given back.
    public static void calling(Object object, int what) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && recorder.isDirect(object)) {
            recorder.write(what, takeDirect(recorder, object), recorder.site, 0);
        }
    }

    /// The call that the program makes on `receiver` is about `subject`.
    public static void redirect(Object receiver, Object subject) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && recorder.isDirect(receiver)) {
            recorder.direct = subject;
        }
    }

    /// Whoever makes this call makes it for the program.
    public static void insist(Object subject) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && recorder.depth == 0 && !recorder.isDirect(subject)) {
            recorder.direct = subject;
            recorder.directName = 0;
        }
    }

    /// Permits are about to be given back, if the program's own code does it.
    public static void releasing(Object object, int what, int amount) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && recorder.isDirect(object)) {
            recorder.write(what, takeDirect(recorder, object), recorder.site, amount);
        }
    }

    /// Something that never waits is about to be tried.
    public static int trying(Object object) {
        ThreadRecorder recorder = Recording.current();
        return recorder == null || recorder.depth != 0 || !recorder.isDirect(object)
                ? 0
                : recorder.site + 1;
    }

    /// It was tried, and `amount` says how well that went.
    public static void tried(int amount, Object object, int what, int token) {
        ThreadRecorder recorder = Recording.current();
        if (token != 0 && recorder != null) {
            int number =
                    recorder.isDirect(object)
                            ? takeDirect(recorder, object)
                            : recorder.numberOf(object, 0);
            recorder.write(what, number, token - 1, amount);
        }
    }

    /// A lock is about to make a condition.
    public static int conditionBegan(Object lock) {
        ThreadRecorder recorder = Recording.current();
        return recorder == null || !recorder.isDirect(lock) ? 0 : 1;
    }

    /// The lock made this condition.
    public static void conditionMade(Object condition, Object lock, int what, int token) {
        ThreadRecorder recorder = Recording.current();
        if (token != 0 && recorder != null) {
            int number = takeDirect(recorder, lock);
            recorder.write(what, number, recorder.site, ObjectTable.entryOf(condition, 0).number());
        }
    }

    /// A wait on a condition begins, if the program's own code asked for it.
    public static int conditionWaitBegan(Object condition, int what) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null || !recorder.isDirect(condition)) {
            return 0;
        }
        return begin(recorder, condition, what);
    }

    /// A call that may wait begins, whoever made it, unless it is part of another.
    public static int callBegan(Object object, int what) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null || recorder.depth != 0) {
            return 0;
        }
        return begin(recorder, object, what);
    }

    /// A pool's thread has nothing to do; what it ran before is no longer where it is.
    public static int idleBegan(Object pool, int what) {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null) {
            return 0;
        }
        recorder.site = 0;
        return callBegan(pool, what);
    }

    /// A call begins that may wait in native code, where nothing else tells of it: it shows as
    /// parked.
    public static int nativeBegan(Object object, int what) {
        int token = callBegan(object, what);
        if (token != 0) {
            park(0);
        }
        return token;
    }

    /// That call returned or threw.
    public static void nativeEnded(Object object, int what, int token) {
        if (token != 0) {
            unpark();
            callEnded(object, what, token);
        }
    }

    /// Shows the thread as parked, for at most so long, or without bound when 0; what happens
    /// meanwhile is not recorded.
    static void park(long nanos) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.write(Kind.PARK_BEGAN, 0, recorder.site, nanos);
            recorder.depth += ThreadRecorder.OPAQUE;
        }
    }

    /// Shows it as going on.
    static void unpark() {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.depth -= ThreadRecorder.OPAQUE;
            recorder.write(Kind.PARK_ENDED, 0, recorder.site, 0);
        }
    }

    /// The call returned or threw: `what` says which.
    public static void callEnded(Object object, int what, int token) {
        if (token != 0) {
            end(object, what, token);
        }
    }

    /// A call that takes permits returned, with so many.
    public static void acquired(int amount, Object object, int what, int token) {
        if (token != 0) {
            end(object, what, token, amount);
        }
    }

    // ---- Inside ----

    private static int begin(ThreadRecorder recorder, Object object, int what) {
        int number =
                recorder.isDirect(object)
                        ? takeDirect(recorder, object)
                        : recorder.numberOf(object, 0);
        recorder.write(what, number, recorder.site, 0);
        recorder.depth++;
        return recorder.site + 1;
    }

    /// The token is the site of the call, plus 1: code of the program may have run inside it.
    private static void end(Object object, int what, int token) {
        end(object, what, token, 0);
    }

    private static void end(Object object, int what, int token, long argument) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.depth--;
            recorder.site = token - 1;
            recorder.write(what, recorder.numberOf(object, 0), token - 1, argument);
        }
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

    private static int takeDirect(ThreadRecorder recorder, Object object) {
        int number = recorder.numberOf(object, recorder.directName);
        recorder.direct = null;
        recorder.directName = 0;
        return number;
    }

    private static long nanosOf(long millis) {
        return millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE : millis * 1_000_000;
    }
}
