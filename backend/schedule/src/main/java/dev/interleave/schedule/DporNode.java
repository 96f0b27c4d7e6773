package dev.interleave.schedule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A moment on the path that [Dpor] is on, and the step that follows it there.
final class DporNode {
    private static final int[] NOBODY = {};

    /// Who can move, in the order of the options.
    private final int[] enabled;

    /// Which of those need not be tried here, as they have waited in vain often enough.
    private final boolean[] isTired;

    /// Steps that need not be taken here, as everything that comes after them has been seen.
    private final List<Footprint> asleep;

    /// The steps that were taken here, from first to last, with all that came after them.
    private final List<Footprint> done = new ArrayList<>();

    /// Who is to move here, be it done or not; the one at `moving` does now. All before have.
    private int[] wanted = NOBODY;

    private int moving;

    /// What the one who moves now does, or null before that is known; its clock; whom it enabled.
    private @Nullable Footprint step;

    private int[] clock = NOBODY;
    private int[] enables = NOBODY;

    DporNode(int[] enabled, boolean[] isTired, List<Footprint> asleep, int thread) {
        this.enabled = enabled;
        this.isTired = isTired;
        this.asleep = asleep;
        wanted = new int[] {thread};
    }

    int[] enabled() {
        return enabled;
    }

    int thread() {
        return wanted[moving];
    }

    /// The step, which must have been taken.
    Footprint step() {
        Footprint taken = step;
        if (taken == null) {
            throw new IllegalStateException("the step has not been taken");
        }
        return taken;
    }

    boolean hasStep() {
        return step != null;
    }

    /// How many steps of each thread come before the step, it included; by thread.
    int[] clock() {
        return clock;
    }

    /// The threads that could not move before the step and can after it.
    int[] enables() {
        return enables;
    }

    void take(Footprint taken) {
        step = taken;
        enables = NOBODY;
    }

    /// The step that was taken here before has been taken again, in another numbering of things.
    void takeAgain(Step again, int numbering) {
        step = step().again(again, numbering);
    }

    void setClock(int[] of) {
        clock = of;
    }

    void setEnables(int[] threads) {
        enables = threads;
    }

    boolean isEnabled(int thread) {
        return option(thread) >= 0;
    }

    boolean isTired(int thread) {
        return isTired[option(thread)];
    }

    /// Whether what comes after a step of `thread` has been, is or will be seen from here.
    boolean isCovered(int thread) {
        return isWanted(thread) || isAsleep(thread);
    }

    boolean isAsleep(int thread) {
        return isAsleep(asleep, thread);
    }

    /// Whether `thread` is among the sleeping.
    static boolean isAsleep(List<Footprint> asleep, int thread) {
        for (Footprint sleeper : asleep) {
            if (sleeper.thread() == thread) {
                return true;
            }
        }
        return false;
    }

    /// Lets `thread`, which is enabled and not covered, move here in a later schedule.
    void want(int thread) {
        wanted = Arrays.copyOf(wanted, wanted.length + 1);
        wanted[wanted.length - 1] = thread;
    }

    /// Everything after the present step has been seen. Goes on to the next that is wanted, if any.
    boolean next() {
        if (step != null) {
            done.add(step);
            step = null;
        }
        moving++;
        return moving < wanted.length;
    }

    /// What sleeps after the step: what slept before or has been done, and stays in no order with
    /// it. Threads that can't move any more do not sleep.
    List<Footprint> asleepAfter(int[] enabledThen) {
        if (asleep.isEmpty() && done.isEmpty()) {
            return List.of();
        }
        var after = new ArrayList<Footprint>();
        addUndisturbed(asleep, enabledThen, after);
        addUndisturbed(done, enabledThen, after);
        return after;
    }

    /// Which part of everything that is wanted here has been seen, not counting the present step.
    double doneShare() {
        return (double) moving / wanted.length;
    }

    /// The share of each thing that is wanted here.
    double share() {
        return 1.0 / wanted.length;
    }

    private void addUndisturbed(
            List<Footprint> sleepers, int[] enabledThen, List<Footprint> after) {
        Footprint moved = step();
        for (Footprint sleeper : sleepers) {
            if (sleeper.thread() != moved.thread()
                    && !sleeper.mayConflict(moved)
                    && indexOf(enabledThen, sleeper.thread()) >= 0) {
                after.add(sleeper);
            }
        }
    }

    private boolean isWanted(int thread) {
        return indexOf(wanted, thread) >= 0;
    }

    private int option(int thread) {
        return indexOf(enabled, thread);
    }

    static int indexOf(int[] threads, int thread) {
        for (int i = 0; i < threads.length; i++) {
            if (threads[i] == thread) {
                return i;
            }
        }
        return -1;
    }
}
