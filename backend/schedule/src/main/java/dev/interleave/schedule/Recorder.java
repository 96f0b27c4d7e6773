package dev.interleave.schedule;

import dev.interleave.model.control.Schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A strategy that lets another one choose and takes down what it chose. For one thread.
public final class Recorder implements Strategy {
    private final Strategy strategy;
    private final DefaultRule rule;
    private final int inTurnFrom;

    /// Pairs of a decision and a thread.
    private int[] turns = new int[64];

    private int used;
    private int decisions;
    private int preemptions;

    /// A recorder of what `strategy` chooses.
    public Recorder(Strategy strategy) {
        this(strategy, Schedule.NEVER);
    }

    private Recorder(Strategy strategy, int inTurnFrom) {
        this.strategy = strategy;
        this.inTurnFrom = inTurnFrom;
        this.rule = new DefaultRule(inTurnFrom);
    }

    /// A recorder of a schedule, some turns of which may not be possible.
    public static Recorder replaying(Schedule schedule) {
        return new Recorder(new Replay(schedule), schedule.inTurnFrom());
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public boolean begin() {
        if (!strategy.begin()) {
            return false;
        }
        rule.begin();
        used = 0;
        decisions = 0;
        preemptions = 0;
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int option = strategy.choose(choice);
        if (choice.options() > 1) {
            if (option != rule.option(choice)) {
                note(choice.thread(option));
                preemptions += isPreemption(choice, option) ? 1 : 0;
            }
            decisions++;
        }
        rule.moved(choice, option);
        return option;
    }

    @Override
    public void stepped(Step step) {
        strategy.stepped(step);
    }

    @Override
    public void ended(boolean isComplete) {
        strategy.ended(isComplete);
    }

    @Override
    public long remaining() {
        return strategy.remaining();
    }

    @Override
    public boolean isExhausted() {
        return strategy.isExhausted();
    }

    /// This schedule up to now, or the one that has ended.
    public Schedule schedule(String program, List<Integer> shared) {
        return new Schedule(program, shared, turns(), inTurnFrom);
    }

    /// Its turns.
    public List<Schedule.Turn> turns() {
        var list = new ArrayList<Schedule.Turn>(used / 2);
        for (int i = 0; i < used; i += 2) {
            list.add(new Schedule.Turn(turns[i], turns[i + 1]));
        }
        return List.copyOf(list);
    }

    /// How many moments of this schedule up to now had more than one option.
    public int decisions() {
        return decisions;
    }

    /// How often another one moved, be it the clock, although the thread that had moved last could
    /// go on and had not offered to wait; where everybody moves in turn, how often one moved out of
    /// turn like that.
    public int preemptions() {
        return preemptions;
    }

    private static boolean isPreemption(Choice choice, int option) {
        int current = choice.current();
        return current >= 0
                && current != option
                && choice.thread(current) != Choice.CLOCK
                && !choice.yields(current);
    }

    private void note(int thread) {
        if (used == turns.length) {
            turns = Arrays.copyOf(turns, 2 * used);
        }
        turns[used++] = decisions;
        turns[used++] = thread;
    }
}
