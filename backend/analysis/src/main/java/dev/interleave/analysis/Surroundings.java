package dev.interleave.analysis;

/// What events do not say of lanes and objects.
public interface Surroundings {
    /// Whether the program ends without waiting for this lane.
    boolean isDaemon(int lane);

    /// Whether it is a virtual thread.
    boolean isVirtual(int lane);

    /// Whether the program's own code started it, not a pool or timer on its behalf.
    boolean isStartedByProgram(int lane);

    /// Whether it may be ordered with others by volatile fields, atomics and their like, which make
    /// no events.
    boolean isOrderedUnseen(int lane);

    /// Whether a wait at this site has not looked, under the lock, whether what it waits for is
    /// true already.
    boolean isBlindWait(int site);

    /// What the virtual machine says of its thread.
    Thread.State stateOf(int lane);

    /// Whether an object is a pool whose idle threads may have something to do later.
    boolean isTimerPool(int object);

    /// Whether an object is a `ForkJoinPool`.
    boolean isForkJoinPool(int object);
}
