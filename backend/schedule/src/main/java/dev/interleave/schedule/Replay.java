package dev.interleave.schedule;

import dev.interleave.model.control.Schedule;

import java.util.List;
import java.util.Optional;

/// Follows the turns of a schedule, and [DefaultRule] between and after them: one schedule, as
/// often as wanted. For one thread.
///
/// A turn of a thread that can't move is left out, and the others are still taken: what has been
/// changed on purpose may still fail in the same way.
public final class Replay implements Strategy {
    private final List<Schedule.Turn> turns;
    private final DefaultRule rule;
    private int next;
    private int decisions;
    private Optional<String> divergence = Optional.empty();

    /// A strategy that follows `turns`, which ascend.
    public Replay(List<Schedule.Turn> turns) {
        this(turns, Schedule.NEVER);
    }

    /// A strategy that follows a schedule.
    public Replay(Schedule schedule) {
        this(schedule.turns(), schedule.inTurnFrom());
    }

    private Replay(List<Schedule.Turn> turns, int inTurnFrom) {
        this.turns = List.copyOf(turns);
        this.rule = new DefaultRule(inTurnFrom);
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public boolean begin() {
        rule.begin();
        next = 0;
        decisions = 0;
        divergence = Optional.empty();
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int option = choice.options() == 1 ? 0 : decide(choice);
        rule.moved(choice, option);
        return option;
    }

    @Override
    public void stepped(Step step) {}

    @Override
    public void ended(boolean isComplete) {
        if (next < turns.size()) {
            diverge(
                    "the schedule has "
                            + (turns.size() - next)
                            + " more turns, from decision "
                            + turns.get(next).decision()
                            + " on; the program ended after "
                            + decisions
                            + " decisions");
        }
    }

    /// Where this schedule first could not be followed, as a sentence; empty while it could.
    public Optional<String> divergence() {
        return divergence;
    }

    private int decide(Choice choice) {
        int decision = decisions++;
        if (next == turns.size() || turns.get(next).decision() > decision) {
            return rule.option(choice);
        }
        int thread = turns.get(next++).thread();
        for (int option = 0; option < choice.options(); option++) {
            if (choice.thread(option) == thread) {
                return option;
            }
        }
        diverge("at decision " + decision + " thread " + thread + " should move; it can't");
        return rule.option(choice);
    }

    private void diverge(String text) {
        if (divergence.isEmpty()) {
            divergence = Optional.of(text);
        }
    }
}
