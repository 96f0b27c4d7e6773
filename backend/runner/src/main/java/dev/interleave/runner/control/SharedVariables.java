package dev.interleave.runner.control;

import java.util.BitSet;
import java.util.List;

/// The variables whose accesses are choices: those that a second thread has been seen to touch, in
/// this schedule or one before. They only count from the next schedule on, as a schedule's
/// decisions have to be the same when it is repeated.
final class SharedVariables {
    private final BitSet shared = new BitSet();
    private final BitSet noticed = new BitSet();
    private boolean hides;

    boolean contains(int variable) {
        return shared.get(variable);
    }

    void notice(int variable) {
        noticed.set(variable);
    }

    /// The program may use some that nobody sees.
    void hide() {
        hides = true;
    }

    /// Whether it may.
    boolean hides() {
        return hides;
    }

    /// Whether more variables turned out to be shared since the last call; they count from now on.
    boolean grow() {
        noticed.andNot(shared);
        boolean isGrown = !noticed.isEmpty();
        shared.or(noticed);
        return isGrown;
    }

    /// All that count.
    List<Integer> list() {
        return shared.stream().boxed().toList();
    }

    /// Makes these count and no others.
    void set(List<Integer> variables) {
        shared.clear();
        variables.forEach(shared::set);
    }
}
