package dev.interleave.runner.control;

import dev.interleave.model.trace.Move;
import dev.interleave.probe.ClockControl;

/// The time of one schedule. It stands still but for the steps of the clock, each of which takes it
/// to the next deadline, and for looks at it.
final class VirtualClock implements ClockControl {
    /// How much time passes when the program looks at the clock.
    private static final long LOOK_NANOS = 1_000_000;

    private static final long EPOCH_MILLIS = 1_767_225_600_000L;

    private final Scheduler scheduler;

    VirtualClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void lookAtClock() {
        Fiber self = scheduler.self();
        self.about(Move.CALLS, null, 0);
        scheduler.point(self, 0, true);
        scheduler.addTime(LOOK_NANOS);
    }

    @Override
    public long nanoTime() {
        return scheduler.time().now();
    }

    @Override
    public long currentTimeMillis() {
        return EPOCH_MILLIS + scheduler.time().now() / 1_000_000;
    }
}
