package dev.interleave.model.control;

import java.util.ArrayList;
import java.util.List;

/// A schedule as data: who moved wherever more than one thread could.
///
/// Where nothing is said the thread that moved last goes on; if it can't, the one with the lowest
/// number that can. Threads that have offered to let others go first come after those, the one that
/// moved longest ago first, and so does the clock, which is number 0. So a schedule without
/// preemptions has no turns, and one that fails after a few has few.
///
/// From one decision on everybody may move in turn instead, a step each: the next higher number,
/// after the highest the clock, and then the lowest. That is how threads that only get nowhere
/// while they keep step are shown.
///
/// @param program what it is valid for: the fingerprint of the source and of the JDK build; up to
///   64 letters, digits, `-` and `_`
/// @param shared the variables whose accesses are choices, ascending: see the engine
/// @param turns the choices that differ from that rule, by ascending decision
/// @param inTurnFrom from which decision on everybody moves in turn, or [#NEVER]
public record Schedule(String program, List<Integer> shared, List<Turn> turns, int inTurnFrom) {
    /// Everybody never moves in turn.
    public static final int NEVER = Integer.MAX_VALUE;

    /// The most turns a text can have.
    public static final int MAX_TURNS = 20_000;

    /// The most shared variables a text can have.
    public static final int MAX_SHARED = 10_000;

    /// The longest text, in characters.
    public static final int MAX_TEXT = 65_536;

    /// Copies the lists, and checks the fingerprint and the orders.
    public Schedule {
        shared = List.copyOf(shared);
        turns = List.copyOf(turns);
        if (!ScheduleText.isFingerprint(program)) {
            throw new IllegalArgumentException(
                    "a fingerprint is up to 64 letters, digits, - and _; it is " + program);
        }
        int before = -1;
        for (int variable : shared) {
            before = ascending("shared", before, variable);
        }
        before = -1;
        for (Turn turn : turns) {
            before = ascending("turns", before, turn.decision());
        }
        if (inTurnFrom < 0) {
            throw new IllegalArgumentException("inTurnFrom must be 0 or more; it is " + inTurnFrom);
        }
    }

    /// A schedule in which nobody has to move in turn.
    public Schedule(String program, List<Integer> shared, List<Turn> turns) {
        this(program, shared, turns, NEVER);
    }

    /// Someone other than by the rule moved.
    ///
    /// @param decision how many decisions came before; a decision is a moment at which more than
    ///   one thread could move
    /// @param thread the number of the thread that moved; 0 is the clock
    public record Turn(int decision, int thread) {
        /// Checks the range.
        public Turn {
            if (decision < 0 || thread < 0) {
                throw new IllegalArgumentException(
                        "decision and thread must not be negative; they are "
                                + decision
                                + " and "
                                + thread);
            }
        }
    }

    /// The schedule that goes the same way up to a decision, and there lets another thread move;
    /// the rest follows from the rule.
    public Schedule branch(Turn turn) {
        var branch = new ArrayList<Turn>();
        for (Turn each : turns) {
            if (each.decision() < turn.decision()) {
                branch.add(each);
            }
        }
        branch.add(turn);
        return new Schedule(
                program, shared, branch, inTurnFrom <= turn.decision() ? inTurnFrom : NEVER);
    }

    /// The schedule that goes the same way up to a decision, and from there on lets everybody move
    /// in turn.
    public Schedule inTurn(int decision) {
        var before = new ArrayList<Turn>(turns);
        before.removeIf(turn -> turn.decision() >= decision);
        return new Schedule(program, shared, before, decision);
    }

    /// The schedule as a short text of letters, digits, `.`, `-` and `_`, which [#parse] reads.
    ///
    /// @throws ScheduleException if there are more than [#MAX_TURNS] or [#MAX_SHARED], or the text
    ///   would be longer than [#MAX_TEXT]
    public String text() {
        return ScheduleText.write(this);
    }

    /// The schedule that `text` is the text of. White space around it is ignored.
    ///
    /// @throws ScheduleException if it is none
    public static Schedule parse(String text) {
        return ScheduleText.read(text);
    }

    private static int ascending(String what, int before, int next) {
        if (next <= before) {
            throw new IllegalArgumentException(
                    what + " must ascend from 0; " + next + " comes after " + before);
        }
        return next;
    }
}
