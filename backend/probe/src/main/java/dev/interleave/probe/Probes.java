package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// The hooks that the program's own code calls: where it is, and what it does with monitors. Other
/// hooks are in the other classes whose names end in `Probes`. On a thread without a recorder,
/// which is every thread until a run begins, each does nothing.
public final class Probes {
    private Probes() {}

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
}
