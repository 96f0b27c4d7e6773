package dev.interleave.runner.control;

import dev.interleave.schedule.Choice;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Who may move, as strategies see it.
final class Options implements Choice {
    private @Nullable Fiber[] fibers = new @Nullable Fiber[16];
    private int count;
    private int current;

    void clear() {
        count = 0;
        current = -1;
    }

    /// Adds a thread, or the clock as null.
    void add(@Nullable Fiber fiber, boolean isCurrent) {
        if (count == fibers.length) {
            fibers = Arrays.copyOf(fibers, 2 * count);
        }
        if (isCurrent) {
            current = count;
        }
        fibers[count++] = fiber;
    }

    /// The thread of an option; null for the clock.
    @Nullable Fiber fiber(int option) {
        if (option < 0 || option >= count) {
            throw new IllegalStateException(option + " was chosen of " + count + " options");
        }
        return fibers[option];
    }

    @Override
    public int options() {
        return count;
    }

    @Override
    public int thread(int option) {
        Fiber fiber = fibers[option];
        return fiber == null ? CLOCK : fiber.number;
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public long target(int option) {
        Fiber fiber = fibers[option];
        return fiber == null ? 0 : fiber.target;
    }

    @Override
    public boolean writes(int option) {
        Fiber fiber = fibers[option];
        return fiber != null && fiber.writes;
    }

    @Override
    public boolean yields(int option) {
        Fiber fiber = fibers[option];
        return fiber != null && fiber.yields;
    }
}
