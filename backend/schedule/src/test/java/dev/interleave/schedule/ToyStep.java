package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.List;

/// What the last step of the toy engine did.
final class ToyStep implements Step {
    private final List<Integer> touched = new ArrayList<>();
    private final List<Boolean> written = new ArrayList<>();
    private int mover;
    private long known;
    private int started;
    private boolean isGlobal;

    void begin(int thread, int firstFreshNumber) {
        mover = thread;
        known = firstFreshNumber;
        touched.clear();
        written.clear();
        started = 0;
        isGlobal = false;
    }

    void touch(int number, boolean writes) {
        touched.add(number);
        written.add(writes);
    }

    void start(int thread) {
        started = thread;
    }

    void dependOnAll() {
        isGlobal = true;
    }

    @Override
    public int thread() {
        return mover;
    }

    @Override
    public int accesses() {
        return touched.size();
    }

    @Override
    public long target(int access) {
        return touched.get(access);
    }

    @Override
    public boolean writes(int access) {
        return written.get(access);
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
