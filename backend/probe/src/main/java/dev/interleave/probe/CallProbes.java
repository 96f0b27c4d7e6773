package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// The hooks in `java.util.concurrent`: parks, and the calls of the operation table.
///
/// `what` is an event's code with the operation's number in the upper half, put together by the
/// weaver. A hook that returns a token is followed by one that takes it: 0 means that the first
/// recorded nothing, so the second must not.
public final class CallProbes {
    private CallProbes() {}

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
                blocker,
                Math.max(1, ThreadProbes.nanosOf(deadlineMillis - System.currentTimeMillis())));
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

    private static int takeDirect(ThreadRecorder recorder, Object object) {
        int number = recorder.numberOf(object, recorder.directName);
        recorder.direct = null;
        recorder.directName = 0;
        return number;
    }
}
