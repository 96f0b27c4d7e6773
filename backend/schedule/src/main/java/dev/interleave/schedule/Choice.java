package dev.interleave.schedule;

/// A moment at which somebody has to move: who may, and what each would do next. Only valid during
/// the call that gets it.
///
/// Options are numbered from 0 in ascending order of their threads. Threads are numbered from 1 in
/// the order in which they were started in this schedule, so equal beginnings of two schedules have
/// equal numbers; number 0 is the clock, whose step lets the next deadline pass, and which is the
/// last option when it is one.
public interface Choice {
    /// The clock's number.
    int CLOCK = 0;

    /// How many may move, 1 or more.
    int options();

    /// The thread of an option.
    int thread(int option);

    /// The option of the thread that made the last step, or -1 when it can't go on.
    int current();

    /// What an option's next operation touches: a number that is the same for the same object in
    /// this schedule, or 0 when it is not known or touches nothing that others can see. Later
    /// schedules may number it differently.
    long target(int option);

    /// Whether that operation changes what it touches, or has to be taken as doing so.
    boolean writes(int option);

    /// Whether the thread has offered to let others go first: `yield`, `onSpinWait`, or a turn of a
    /// loop that only looks.
    boolean yields(int option);
}
