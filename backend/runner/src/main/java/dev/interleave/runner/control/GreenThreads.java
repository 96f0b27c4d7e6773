package dev.interleave.runner.control;

import dev.interleave.model.trace.Move;
import dev.interleave.probe.Green;
import dev.interleave.probe.ThreadControl;
import dev.interleave.runner.control.Fiber.Waiting;

import java.util.Arrays;

/// What threads do to each other, in one schedule.
final class GreenThreads implements ThreadControl {
    /// Each step looks at all threads, so that a schedule of many more takes too long for a search.
    private static final int MOST = 10_000;

    private final Scheduler scheduler;
    private final Things things;
    private final int mostPlatform;
    private int platform;

    /// @param mostPlatform how many platform threads may live at once
    GreenThreads(Scheduler scheduler, int mostPlatform) {
        this.scheduler = scheduler;
        this.things = scheduler.things();
        this.mostPlatform = mostPlatform;
    }

    @Override
    public Green started(Thread thread) {
        Fiber self = scheduler.self();
        Fiber child = scheduler.add(thread);
        if (child.number > MOST) {
            scheduler.exceed(new ThreadsExceeded(MOST, "threads in a controlled run"));
        }
        if (!thread.isVirtual() && ++platform > mostPlatform) {
            scheduler.exceed(new ThreadsExceeded(mostPlatform, "platform threads at once"));
        }
        scheduler.step().touch(things.of(thread).id, true);
        scheduler.detector().started(self.number, child.number);
        scheduler.step().start(child.number);
        return child;
    }

    @Override
    public void ending(Green thread) {
        Fiber self = (Fiber) thread;
        if (scheduler.isLastBeforeDaemons(self)) {
            self.about(Move.ENDS, null, 0);
            scheduler.point(self, things.of(self).id, true);
        }
    }

    @Override
    public void ended(Green thread) {
        Fiber self = (Fiber) thread;
        platform -= self.thread().isVirtual() ? 0 : 1;
        scheduler.end(self);
    }

    @Override
    public void uncaught(Throwable thrown) {
        Fiber self = scheduler.self();
        if (thrown instanceof OutOfMemoryError error) {
            scheduler.exceed(error); // and what is left is too little for another schedule
        }
        scheduler.step().touch(things.of(Thread.UncaughtExceptionHandler.class).id, false);
        scheduler.step().touch(things.of(self.thread()).id, false);
        if (self.number == 1) {
            scheduler.fate().mainThrew(thrown);
            scheduler.fate().fail(Verdict.Kind.THREW, "main " + describe(thrown));
        } else if (Thread.getDefaultUncaughtExceptionHandler() == null
                && self.thread().getUncaughtExceptionHandler() instanceof ThreadGroup) {
            scheduler.fate().fail(Verdict.Kind.THREW, "thread " + describe(thrown));
        }
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return thrown.getClass().getName()
                + Arrays.stream(frames)
                        .filter(frame -> "Main.java".equals(frame.getFileName()))
                        .map(frame -> " " + frame.getLineNumber())
                        .findFirst()
                        .orElse("");
    }

    @Override
    public void exit(int status) {
        scheduler.endAll();
    }

    @Override
    public void join(Green thread, long nanos) throws InterruptedException {
        Fiber self = scheduler.self();
        Fiber target = (Fiber) thread;
        throwIfInterrupted(self);
        self.other = target;
        self.about(Move.JOINS, null, target.number);
        self.target = things.of(target).id;
        self.writes = false;
        scheduler.wait(self, Waiting.END, nanos);
        if (target.isAlive()) {
            throwIfInterrupted(self);
        } else {
            looksAtInterrupt(self);
            scheduler.step().touch(things.of(target).id, false);
            scheduler.detector().joined(self.number, target.number);
        }
    }

    @Override
    public void looked(Thread thread, boolean atState) {
        scheduler.step().touch(things.of(thread).id, false);
        if (Green.of(thread) instanceof Fiber target) {
            scheduler.step().touch(things.of(target).id, false);
            if (atState) {
                scheduler.step().touch(target.shown, false);
            }
            if (!target.isAlive()) {
                scheduler.detector().joined(scheduler.self().number, target.number);
            }
        }
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        Fiber self = scheduler.self();
        throwIfInterrupted(self);
        self.target = 0;
        if (nanos == 0) {
            yieldNow();
        } else {
            self.about(Move.SLEPT, null, 0);
            scheduler.wait(self, Waiting.TIME, nanos);
            throwIfInterrupted(self);
        }
    }

    @Override
    public void yieldNow() {
        Fiber self = scheduler.self();
        self.yields = true;
        self.about(Move.YIELDED, null, 0);
        scheduler.point(self, 0, false);
    }

    @Override
    public void interrupted(Thread thread) {
        Thing status = things.of(thread);
        scheduler.step().touch(status.id, true);
        scheduler.detector().release(scheduler.self().number, status);
    }

    @Override
    public void sawInterrupt(Thread thread, boolean isSet, boolean isTaken) {
        Thing status = things.of(thread);
        scheduler.step().touch(status.id, isSet && isTaken);
        if (isSet) {
            scheduler.detector().acquire(scheduler.self().number, status);
        }
    }

    /// Throws if the current thread was interrupted, and takes its status away.
    void throwIfInterrupted(Fiber self) throws InterruptedException {
        boolean isSet = self.clearInterrupt();
        sawInterrupt(self.thread(), isSet, true);
        if (isSet) {
            throw new InterruptedException();
        }
    }

    /// What the current thread does now depends on whether it was interrupted before.
    void looksAtInterrupt(Fiber self) {
        scheduler.step().touch(things.of(self.thread()).id, false);
    }

    @Override
    public void park(long nanos) {
        Fiber self = scheduler.self();
        if (!self.hasPermit && !self.isInterrupted()) {
            self.about(Move.UNPARKS, null, 0);
            self.target = things.of(self).id;
            self.writes = true;
            scheduler.wait(self, Waiting.PERMIT, nanos);
        }
        looksAtInterrupt(self);
        scheduler.step().touch(things.of(self).id, true);
        self.hasPermit = false;
    }

    @Override
    public void unpark(Green thread) {
        Fiber target = (Fiber) thread;
        target.hasPermit = true;
        scheduler.step().touch(things.of(target.thread()).id, false);
        scheduler.step().touch(things.of(target).id, true);
    }
}
