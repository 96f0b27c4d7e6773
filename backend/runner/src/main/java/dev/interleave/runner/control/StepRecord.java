package dev.interleave.runner.control;

import dev.interleave.schedule.Step;

import java.util.Arrays;

/// What the step that is being made has touched.
final class StepRecord implements Step {
    /// Up to here a thing that is touched again is found again.
    private static final int SEARCHED = 12;

    private long[] targets = new long[32];
    private boolean[] writes = new boolean[32];
    private int count;
    private int thread;
    private long known;
    private int started;
    private boolean isGlobal;
    private boolean hasWritten;

    /// A step of `thread` begins.
    void begin(int thread, long known) {
        this.thread = thread;
        this.known = known;
        count = 0;
        started = 0;
        isGlobal = false;
        hasWritten = false;
    }

    void touch(long target, boolean isWrite) {
        hasWritten |= isWrite;
        add(target, isWrite);
    }

    /// It changes what nobody waits for: that alone is no progress.
    void show(long target) {
        add(target, true);
    }

    private void add(long target, boolean isWrite) {
        for (int i = Math.max(0, count - SEARCHED); i < count; i++) {
            if (targets[i] == target) {
                writes[i] |= isWrite;
                return;
            }
        }
        if (count == targets.length) {
            targets = Arrays.copyOf(targets, 2 * count);
            writes = Arrays.copyOf(writes, 2 * count);
        }
        targets[count] = target;
        writes[count++] = isWrite;
    }

    void start(int child) {
        started = child;
        hasWritten = true;
    }

    /// It has changed something that has no number, such as the time.
    void change() {
        hasWritten = true;
    }

    void makeGlobal() {
        isGlobal = true;
    }

    /// Whether it has changed anything.
    boolean hasWritten() {
        return hasWritten;
    }

    @Override
    public int thread() {
        return thread;
    }

    @Override
    public int accesses() {
        return count;
    }

    @Override
    public long target(int access) {
        return targets[access];
    }

    @Override
    public boolean writes(int access) {
        return writes[access];
    }

    @Override
    public long known() {
        return known;
    }

    @Override
    public int started() {
        return started;
    }

    @Override
    public boolean isGlobal() {
        return isGlobal;
    }
}
