package dev.interleave.schedule;

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
/// The texts of schedules that people keep depend on it: it can't be changed without a new version
/// of the text.
public final class DefaultRule {
    /// When each thread moved last, counted in moves from 1; 0 is never. By the thread's number.
    private long[] movedAt = new long[16];

    private long moves;

    /// A rule at the beginning of a schedule.
    public DefaultRule() {}

    /// Forgets who moved: another schedule begins.
    public void begin() {
        Arrays.fill(movedAt, 0);
        moves = 0;
    }

    /// The option that moves by the rule.
    public int option(Choice choice) {
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

    /// Takes note that a thread moves, by the rule or not; to be told of every move.
    public void moved(int thread) {
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
