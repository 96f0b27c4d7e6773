package dev.interleave.runner.control;

import dev.interleave.model.trace.Moment;
import dev.interleave.model.trace.Moment.Mover;
import dev.interleave.model.trace.Moment.Standing;
import dev.interleave.model.trace.Move;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes down, of the schedule that is recorded, who could move at each step and what each was
/// about to do. For the carrier, but for [#take].
final class MomentLog {
    private final Queue<Moment> moments = new ConcurrentLinkedQueue<>();
    private final BitSet ready = new BitSet();

    /// What was last told of each thread, by its number; 0 is the clock.
    private final List<@Nullable Mover> told = new ArrayList<>();

    private int changes;
    private boolean isCut;

    /// A step was decided: `options` are those that could have made it, `chosen` does.
    void decided(int step, int chosen, List<Fiber> fibers, Options options) {
        if (!hasRoom(fibers)) {
            return;
        }
        ready.clear();
        for (int i = 0; i < options.options(); i++) {
            ready.set(options.thread(i));
        }
        var changed = new ArrayList<Mover>();
        for (Fiber fiber : fibers) {
            tell(moverOf(fiber, standing(fiber)), changed);
        }
        tell(clock(fibers), changed);
        add(new Moment(step, chosen, changed));
    }

    /// Nobody moves any more; `step` would have been the next.
    void ended(int step, List<Fiber> fibers) {
        if (!hasRoom(fibers)) {
            add(new Moment(step, Moment.NOBODY, List.of()));
            return;
        }
        var changed = new ArrayList<Mover>();
        for (Fiber fiber : fibers) {
            boolean isGone = fiber.waiting == Fiber.Waiting.GONE;
            tell(moverOf(fiber, isGone ? Standing.GONE : Standing.WAITING), changed);
        }
        ready.clear();
        tell(clock(fibers), changed);
        add(new Moment(step, Moment.NOBODY, changed));
    }

    /// What was taken down since the last call. From any thread.
    List<Moment> take() {
        var taken = new ArrayList<Moment>();
        for (Moment next = moments.poll(); next != null; next = moments.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /// Whether one more moment can be told, in which everybody may have changed.
    private boolean hasRoom(List<Fiber> fibers) {
        isCut |= changes + 2 + fibers.size() > Moment.MAX_CHANGES;
        return !isCut;
    }

    private void add(Moment moment) {
        changes += 1 + moment.changed().size();
        moments.add(moment);
    }

    private Standing standing(Fiber fiber) {
        return fiber.waiting == Fiber.Waiting.GONE
                ? Standing.GONE
                : ready.get(fiber.number) ? Standing.READY : Standing.WAITING;
    }

    private static Mover moverOf(Fiber fiber, Standing standing) {
        return standing == Standing.GONE
                ? new Mover(fiber.number, standing, Move.BEGINS, 0, 0, 0)
                : new Mover(
                        fiber.number,
                        standing,
                        fiber.move,
                        fiber.objectNumber(),
                        fiber.operand,
                        fiber.line());
    }

    /// Time, and whose deadline it would pass up to.
    private Mover clock(List<Fiber> fibers) {
        if (!ready.get(Options.CLOCK)) {
            return new Mover(Options.CLOCK, Standing.GONE, Move.TIME, 0, 0, 0);
        }
        int earliest = 0;
        long deadline = Fiber.NEVER;
        for (Fiber fiber : fibers) {
            if (!fiber.isDue && fiber.waiting != Fiber.Waiting.GONE && fiber.deadline < deadline) {
                deadline = fiber.deadline;
                earliest = fiber.number;
            }
        }
        return new Mover(Options.CLOCK, Standing.READY, Move.TIME, 0, earliest, 0);
    }

    /// Tells of a thread unless nothing is new; not of one that has come and gone.
    private void tell(Mover mover, List<Mover> changed) {
        while (told.size() <= mover.thread()) {
            told.add(null);
        }
        Mover before = told.get(mover.thread());
        boolean isNew = before == null ? mover.standing() != Standing.GONE : !before.equals(mover);
        if (isNew) {
            told.set(mover.thread(), mover);
            changed.add(mover);
        }
    }
}
