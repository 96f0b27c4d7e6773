package dev.interleave.runner.control;

import dev.interleave.model.trace.Move;
import dev.interleave.probe.MonitorControl;
import dev.interleave.runner.control.Fiber.Waiting;

/// The monitors of one schedule, and who waits on them.
final class Monitors implements MonitorControl {
    private final Scheduler scheduler;
    private final GreenThreads threads;
    private final Things things;

    Monitors(Scheduler scheduler, GreenThreads threads) {
        this.scheduler = scheduler;
        this.threads = threads;
        this.things = scheduler.things();
    }

    @Override
    public void enter(Object monitor) {
        Fiber self = scheduler.self();
        Thing thing = things.of(monitor);
        if (thing.owner == self) {
            thing.depth++;
            return;
        }
        self.about(Move.ENTERS, monitor, 0);
        scheduler.point(self, thing.id, true);
        take(self, thing, 1);
    }

    @Override
    public void enterInside(Object monitor) {
        Fiber self = scheduler.self();
        Thing thing = things.of(monitor);
        if (thing.owner == self) {
            thing.depth++;
        } else {
            self.about(Move.ENTERS, monitor, 0);
            take(self, thing, 1);
        }
    }

    private void take(Fiber self, Thing thing, int depth) {
        if (thing.owner != null) {
            scheduler.step().touch(thing.id, true);
            self.thing = thing;
            scheduler.wait(self, Waiting.MONITOR, 0);
        }
        thing.owner = self;
        thing.depth = depth;
        scheduler.step().touch(thing.id, true);
        scheduler.detector().acquire(self.number, thing);
    }

    @Override
    public void exit(Object monitor) {
        Fiber self = scheduler.self();
        Thing thing = things.of(monitor);
        if (thing.owner == self && --thing.depth == 0) {
            release(self, thing);
        }
    }

    private void release(Fiber self, Thing thing) {
        scheduler.detector().release(self.number, thing);
        scheduler.step().touch(thing.id, true);
        thing.owner = null;
        thing.depth = 0;
    }

    @Override
    public void await(Object monitor, long nanos) throws InterruptedException {
        Fiber self = scheduler.self();
        Thing thing = things.of(monitor);
        requireOwner(self, thing);
        threads.throwIfInterrupted(self);
        int depth = thing.depth;
        release(self, thing);
        thing.waiters.add(self);
        self.isNotified = false;
        self.about(Move.WAKES, monitor, 0);
        self.target = thing.id;
        self.writes = true;
        scheduler.wait(self, Waiting.NOTIFICATION, nanos);
        thing.waiters.remove(self);
        take(self, thing, depth);
        if (self.isNotified) {
            threads.looksAtInterrupt(self);
        } else {
            threads.throwIfInterrupted(self);
        }
    }

    @Override
    public void signal(Object monitor, boolean all) {
        Fiber self = scheduler.self();
        Thing thing = things.of(monitor);
        requireOwner(self, thing);
        scheduler.step().touch(thing.id, true);
        do {
            Fiber waiter = thing.waiters.poll();
            if (waiter == null) {
                return;
            }
            waiter.isNotified = true;
        } while (all);
    }

    @Override
    public boolean holds(Object monitor) {
        return things.of(monitor).owner == scheduler.self();
    }

    private static void requireOwner(Fiber self, Thing thing) {
        if (thing.owner != self) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }
}
