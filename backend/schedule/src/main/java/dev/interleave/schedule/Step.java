package dev.interleave.schedule;

/// What one step did: everything from one choice to the next. Only valid during the call that gets
/// it.
public interface Step {
    /// The thread that moved; 0 is the clock.
    int thread();

    /// How many things it touched that others may touch.
    int accesses();

    /// What it touched: numbers as those of [Choice#target], in no order.
    long target(int access);

    /// Whether it changed that.
    boolean writes(int access);

    /// How many numbers for things had been given away before this step began: a thing it touched
    /// with a number at or above that had not been touched by anybody in this schedule.
    long known();

    /// A thread that this step started, or 0; the first step of that thread comes after this one.
    int started();

    /// Whether the step may depend on every other, for example as it let time pass.
    boolean isGlobal();
}
