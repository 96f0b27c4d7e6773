package dev.interleave.schedule;

import dev.interleave.model.control.Schedule;

import java.util.Arrays;

/// Who moves when nobody says otherwise; what the turns of a schedule are exceptions from. For one
/// thread.
///
/// The thread that moved last goes on. If it can't, the one with the lowest number that can.
/// Threads that have offered to let others go first, and the clock, come after all others: of them
/// the one that moved longest ago, the clock last among those that never did. So loops that wait
/// for each other or for time come to an end, and time stands still while anybody has something to
/// do.
///
/// From one decision on everybody may move in turn instead: [Schedule#inTurnFrom].
///
/// The texts of schedules that people keep depend on it: it can't be changed without a new version
/// of the text.
public final class DefaultRule {
    /// When each thread moved last, counted in moves from 1; 0 is never. By the thread's number.
    private long[] movedAt = new long[16];

    private long moves;
    private final int inTurnFrom;
    private int decisions;

    /// Who moved last, be it the clock.
    private int last;

    /// A rule at the beginning of a schedule in which nobody has to move in turn.
    public DefaultRule() {
        this(Schedule.NEVER);
    }

    /// A rule at the beginning of a schedule in which everybody moves in turn from that decision
    /// on.
    DefaultRule(int inTurnFrom) {
        this.inTurnFrom = inTurnFrom;
    }

    /// Forgets who moved: another schedule begins.
    public void begin() {
        Arrays.fill(movedAt, 0);
        moves = 0;
        decisions = 0;
        last = Choice.CLOCK;
    }

    /// The option that moves by the rule.
    public int option(Choice choice) {
        if (decisions >= inTurnFrom) {
            return inTurn(choice);
        }
        int current = choice.current();
        if (current >= 0 && hasWork(choice, current)) {
            return current;
        }
        int options = choice.options();
        for (int option = 0; option < options; option++) {
            if (hasWork(choice, option)) {
                return option;
            }
        }
        int idlest = 0;
        for (int option = 1; option < options; option++) {
            if (lastMove(choice.thread(option)) < lastMove(choice.thread(idlest))) {
                idlest = option;
            }
        }
        return idlest;
    }

    private int inTurn(Choice choice) {
        for (int option = 0; option < choice.options(); option++) {
            int thread = choice.thread(option);
            if (thread > last || (thread == Choice.CLOCK && last != Choice.CLOCK)) {
                return option;
            }
        }
        return 0;
    }

    /// Takes note that an option moves, by the rule or not; to be told of every move.
    public void moved(Choice choice, int option) {
        int thread = choice.thread(option);
        last = thread;
        if (choice.options() > 1) {
            decisions++;
        }
        if (thread >= movedAt.length) {
            movedAt = Arrays.copyOf(movedAt, Math.max(thread + 1, 2 * movedAt.length));
        }
        movedAt[thread] = ++moves;
    }

    private long lastMove(int thread) {
        return thread < movedAt.length ? movedAt[thread] : 0;
    }

    private static boolean hasWork(Choice choice, int option) {
        return choice.thread(option) != Choice.CLOCK && !choice.yields(option);
    }
}
