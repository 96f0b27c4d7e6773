package dev.interleave.schedule;

/// The one schedule in which nobody is interrupted: [DefaultRule].
public final class NonPreemptive implements Strategy {
    private final DefaultRule rule = new DefaultRule();
    private boolean hasBegun;

    /// A strategy that has not begun.
    public NonPreemptive() {}

    @Override
    public String name() {
        return "no preemption";
    }

    @Override
    public boolean begin() {
        if (hasBegun) {
            return false;
        }
        hasBegun = true;
        rule.begin();
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int option = rule.option(choice);
        rule.moved(choice, option);
        return option;
    }

    @Override
    public void stepped(Step step) {}

    @Override
    public void ended(boolean isComplete) {}

    @Override
    public long remaining() {
        return hasBegun ? 0 : 1;
    }
}
