package dev.interleave.runner.control;

import dev.interleave.model.trace.Move;
import dev.interleave.probe.Green;
import dev.interleave.probe.Recording;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/// A thread of one schedule, and what it waits for.
final class Fiber extends Green {
    /// Not yet looked for.
    private static final int UNKNOWN = -1;

    /// No deadline.
    static final long NEVER = Long.MAX_VALUE;

    /// So often a thread may look at what is shared, and change nothing, before it counts as one
    /// that waits.
    private static final int LOOKS = 100;

    /// So often it may use what is not.
    private static final int USES = 1_000_000;

    /// Its number, from 1, in the order of the starts.
    final int number;

    /// What stands for the state that it shows.
    final long shown;

    Waiting waiting = Waiting.NOTHING;

    /// The monitor that it waits for.
    @Nullable Thing thing;

    /// Whose end it waits for.
    @Nullable Fiber other;

    /// Whether the initialiser that it waits for runs.
    BooleanSupplier initialiser = () -> false;

    /// How many initialisers of classes it is running.
    int initialisers;

    /// The virtual time at which it stops to wait, or [#NEVER].
    long deadline = NEVER;

    /// Whether that time has come.
    boolean isDue;

    /// What `unpark` left for the next `park`.
    boolean hasPermit;

    /// Whether it has been notified, while it waits on a monitor.
    boolean isNotified;

    /// What its next operation touches, or 0.
    long target;

    /// Whether that operation changes it.
    boolean writes;

    /// Whether it offers to let others go first.
    boolean yields;

    /// How often it has looked at something since it last changed anything or waited.
    private int looks;

    /// How often it has used what is its own since others could move.
    private int uses;

    /// Where in the source it last used what an object of the JDK holds.
    int site;

    /// What it is about to do, for those who look.
    Move move = Move.BEGINS;

    /// See [Move].
    int operand;

    private @Nullable Object object;
    private int line = UNKNOWN;

    /// What it waits for.
    enum Waiting {
        NOTHING,
        MONITOR,
        NOTIFICATION,
        PERMIT,
        TIME,
        END,
        INITIALISER,
        /// It has ended, or will never be moved again.
        GONE
    }

    Fiber(Thread thread, int number, long shown) {
        super(thread);
        this.number = number;
        this.shown = shown;
    }

    /// It is about to look at something shared, or to change something. Who only looks, again and
    /// again, offers to wait.
    void looksOrChanges(boolean changes) {
        looks = changes ? 0 : looks + 1;
        yields |= looks > LOOKS;
        uses = 0;
    }

    /// It uses what is its own once more; whether it has done so too often.
    boolean usesEndlessly() {
        return ++uses > USES;
    }

    /// Says what it is about to do: see [Move].
    void about(Move move, @Nullable Object object, int operand) {
        this.move = move;
        this.object = object;
        this.operand = operand;
        line = UNKNOWN;
    }

    /// The number of the object that its next move is about, or 0.
    int objectNumber() {
        return object == null ? 0 : Recording.numberOf(object);
    }

    /// Where in the source it is, or 0. It can't be moving.
    int line() {
        if (line == UNKNOWN) {
            line = move == Move.BEGINS ? 0 : lineIn("Main.java");
        }
        return line;
    }

    /// Whether it could move now. What it waits for may be taken by another one first.
    boolean canMove() {
        return switch (waiting) {
            case NOTHING -> true;
            case MONITOR -> thing == null || thing.owner == null;
            case NOTIFICATION -> isNotified || isDue || isInterrupted();
            case PERMIT -> hasPermit || isDue || isInterrupted();
            case TIME -> isDue || isInterrupted();
            case END -> (other != null && !other.isAlive()) || isDue || isInterrupted();
            case INITIALISER -> !initialiser.getAsBoolean();
            case GONE -> false;
        };
    }
}
