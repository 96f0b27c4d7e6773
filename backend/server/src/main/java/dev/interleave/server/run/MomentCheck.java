package dev.interleave.server.run;

import static dev.interleave.server.run.TraceCheck.require;

import dev.interleave.model.trace.Moment;
import dev.interleave.model.trace.Moment.Mover;

/// Checks what a runner says of the moments of a schedule. Confined to one thread.
final class MomentCheck {
    private final int variables;
    private long changes;
    private int lastStep;

    /// A check of one run of a program with this many variables.
    MomentCheck(int variables) {
        this.variables = variables;
    }

    /// Checks the next moment of a run that has so many lanes and objects.
    void accept(Moment moment, int lanes, int objects) {
        require(moment.step() > lastStep, "step", moment.step());
        lastStep = moment.step();
        require(
                moment.chosen() >= Moment.NOBODY && moment.chosen() <= lanes,
                "thread that moves",
                moment.chosen());
        changes += 1 + moment.changed().size();
        require(changes <= 2L * Moment.MAX_CHANGES, "number of changes of movers", changes);
        for (Mover mover : moment.changed()) {
            require(mover.thread() >= 0 && mover.thread() <= lanes, "mover", mover.thread());
            require(
                    mover.object() >= 0 && mover.object() <= objects,
                    "object of a mover",
                    mover.object());
            require(
                    mover.operand() >= 0 && mover.operand() <= largestOperand(mover, lanes),
                    "operand of a mover",
                    mover.operand());
            require(mover.line() >= 0, "line of a mover", mover.line());
        }
    }

    private int largestOperand(Mover mover, int lanes) {
        return mover.move().isOfVariable()
                ? variables
                : mover.move().isOfThread() ? lanes : Integer.MAX_VALUE;
    }
}
