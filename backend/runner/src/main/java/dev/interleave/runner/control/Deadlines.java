package dev.interleave.runner.control;

import java.time.Duration;
import java.util.List;

/// The time of one schedule, in nanoseconds since its start, and whose deadlines it passes.
final class Deadlines {
    /// How often in a schedule time may pass although somebody could move: timeouts that win a
    /// race. Without a bound a thread that waits again and again would make schedules without end.
    private static final int MAX_WINS = 5;

    /// Who waits for longer than that does not mean a time: it passes when nobody can move. Closing
    /// a pool waits for a day.
    private static final long FAR_NANOS = Duration.ofHours(1).toNanos();

    private final List<Fiber> fibers;
    private long now;
    private int wins;
    private boolean isBounded;

    /// @param fibers the threads of the schedule, also those that come later
    Deadlines(List<Fiber> fibers) {
        this.fibers = fibers;
    }

    long now() {
        return now;
    }

    /// When a wait of so many nanoseconds ends that begins now; 0 is for ever.
    long after(long nanos) {
        return nanos == 0 ? Fiber.NEVER : now + Math.min(nanos, Fiber.NEVER - now);
    }

    /// Whether time could not pass although it could have.
    boolean isBounded() {
        return isBounded;
    }

    /// Whether time may pass up to the next deadline; `isAnyReady` says that somebody can move.
    boolean mayPass(boolean isAnyReady) {
        long next = next();
        if (next == Fiber.NEVER) {
            return false;
        }
        if (!isAnyReady) {
            return true;
        }
        boolean isNear = next - now < FAR_NANOS;
        isBounded |= isNear && wins >= MAX_WINS;
        return isNear && wins < MAX_WINS;
    }

    private long next() {
        long next = Fiber.NEVER;
        for (int i = 0; i < fibers.size(); i++) {
            Fiber fiber = fibers.get(i);
            if (!fiber.isDue && fiber.waiting != Fiber.Waiting.GONE) {
                next = Math.min(next, fiber.deadline);
            }
        }
        return next;
    }

    /// Takes time to the next deadline; `wins` says that somebody could have moved instead.
    void pass(boolean wins) {
        this.wins += wins ? 1 : 0;
        add(Math.max(next() - now, 0));
    }

    /// Time passes while somebody moves.
    void add(long nanos) {
        now += nanos;
        for (Fiber fiber : fibers) {
            if (fiber.deadline <= now) {
                fiber.isDue = true;
            }
        }
    }
}
