package dev.interleave.runner;

import dev.interleave.schedule.Choice;
import dev.interleave.schedule.Step;
import dev.interleave.schedule.Strategy;
import dev.interleave.schedule.TraceClasses;

/// A strategy whose schedules are counted by what sets them apart.
final class CountedClasses implements Strategy {
    private final Strategy strategy;
    private final TraceClasses classes;

    CountedClasses(Strategy strategy, TraceClasses classes) {
        this.strategy = strategy;
        this.classes = classes;
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public boolean begin() {
        classes.begin();
        return strategy.begin();
    }

    @Override
    public int choose(Choice choice) {
        return strategy.choose(choice);
    }

    @Override
    public void stepped(Step step) {
        classes.stepped(step);
        strategy.stepped(step);
    }

    @Override
    public void ended(boolean isComplete) {
        classes.ended();
        strategy.ended(isComplete);
    }

    @Override
    public boolean isExhausted() {
        return strategy.isExhausted();
    }

    @Override
    public long remaining() {
        return strategy.remaining();
    }
}
