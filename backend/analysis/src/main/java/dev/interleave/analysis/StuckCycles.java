package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Finds threads that wait for each other in a cycle while others go on.
///
/// Rule: each lane of the cycle waits without bound for a monitor, lock or class that the next one
/// has, or for its end; none has done anything for [#STANDING_NANOS], and the virtual machine says
/// of each that it waits. None of them can go on before the next does, so none ever will. Only an
/// interrupt could end a join or an interruptible wait for a lock, so a cycle that holds one is
/// told when the run ends and it is still there. What is not recorded can't make up a cycle: who
/// gave a lock up unseen is not its holder ([LaneStates]).
final class StuckCycles implements Analyzer {
    static final long STANDING_NANOS = 150_000_000;

    private final LaneStates states;
    private final WaitForGraph graph;
    private final Surroundings surroundings;
    private final Consumer<Finding> findings;
    private final Set<Integer> told = new HashSet<>();

    StuckCycles(
            LaneStates states, Names names, Surroundings surroundings, Consumer<Finding> findings) {
        this.states = states;
        this.graph = new WaitForGraph(states, names);
        this.surroundings = surroundings;
        this.findings = findings;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of();
    }

    @Override
    public void accept(Event event, Lane self) {}

    @Override
    public void look(long nanos) {
        look(nanos, false);
    }

    @Override
    public void end(RunEnd end) {
        if (end.deadlocked().isEmpty()) {
            look(end.nanos(), true);
        }
    }

    private void look(long nanos, boolean isEnd) {
        var standing = new ArrayList<Lane>();
        for (int number = 1; number < states.limit(); number++) {
            Lane lane = states.find(number);
            if (lane != null
                    && nanos - lane.restSince >= STANDING_NANOS
                    && isCandidate(lane, isEnd)) {
                standing.add(lane);
            }
        }
        var left = new HashSet<>(standing);
        for (Optional<List<Lane>> cycle = graph.cycle(standing, left::contains);
                cycle.isPresent();
                cycle = graph.cycle(standing, left::contains)) {
            tell(cycle.get());
            cycle.get().forEach(left::remove);
        }
    }

    private boolean isCandidate(Lane lane, boolean isEnd) {
        boolean mayBlock =
                lane.isTakingLock()
                        || lane.rest == Lane.Rest.ENTERING_MONITOR
                        || lane.rest == Lane.Rest.ENTERING_CLASS
                        || lane.rest == Lane.Rest.JOINING;
        return mayBlock
                && states.isStuck(lane)
                && (isEnd || !isInterruptible(lane))
                && !told.contains(lane.number);
    }

    private static boolean isInterruptible(Lane lane) {
        return lane.rest == Lane.Rest.JOINING
                || Operation.tryOf(lane.operation)
                        .filter(row -> row.method().endsWith("Interruptibly"))
                        .isPresent();
    }

    private void tell(List<Lane> cycle) {
        if (cycle.stream().allMatch(lane -> states.fits(lane, surroundings.stateOf(lane.number)))) {
            cycle.forEach(lane -> told.add(lane.number));
            findings.accept(graph.finding(cycle, true));
        }
    }

    /// Whether a cycle of these lanes was told.
    boolean hasTold(Finding deadlock) {
        return told.containsAll(deadlock.lanes());
    }
}
