package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Runs every interleaving of a [ToyProgram]: what cleverer strategies are compared with.
final class BruteForce implements Strategy {
    private static final int MAX_SCHEDULES = 3_000;

    /// What all interleavings came to.
    record Outcome(Set<String> states, int schedules, long classes, boolean isAll) {}

    /// The option taken at each step of the schedule, and how many there were.
    private final List<Integer> taken = new ArrayList<>();

    private final List<Integer> options = new ArrayList<>();
    private int depth;
    private boolean isDone;

    static Outcome of(ToyProgram program) {
        var all = new BruteForce();
        var states = new TreeSet<String>();
        var classes = new TraceClasses();
        int schedules = 0;
        while (all.begin()) {
            if (schedules == MAX_SCHEDULES) {
                return new Outcome(states, schedules, classes.count(), false);
            }
            states.add(ToyEngine.run(program, all, true, 1_000, classes).state());
            schedules++;
        }
        return new Outcome(states, schedules, classes.count(), true);
    }

    @Override
    public String name() {
        return "brute force";
    }

    @Override
    public boolean begin() {
        depth = 0;
        return !isDone;
    }

    @Override
    public int choose(Choice choice) {
        if (depth == taken.size()) {
            taken.add(0);
            options.add(choice.options());
        }
        return taken.get(depth++);
    }

    @Override
    public void stepped(Step step) {}

    @Override
    public void ended(boolean isComplete) {
        int last = taken.size() - 1;
        while (last >= 0 && taken.get(last) + 1 == options.get(last)) {
            taken.removeLast();
            options.removeLast();
            last--;
        }
        isDone = last < 0;
        if (!isDone) {
            taken.set(last, taken.get(last) + 1);
        }
    }
}
