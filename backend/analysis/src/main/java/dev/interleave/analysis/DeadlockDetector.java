package dev.interleave.analysis;

import dev.interleave.model.run.Finding;

import java.util.List;

/// Says when a program has come to a stand, and why.
///
/// It looks at a moment when everything recorded has been folded. A thread is stuck when only
/// another thread can make it go on; when all that live are stuck, none ever will. A cycle in the
/// wait-for graph is told as a cycle; otherwise everybody waits for something that nobody is left
/// to do.
final class DeadlockDetector {
    private final LaneStates states;
    private final WaitForGraph graph;
    private final Surroundings surroundings;

    DeadlockDetector(LaneStates states, Names names, Surroundings surroundings) {
        this.states = states;
        this.graph = new WaitForGraph(states, names);
        this.surroundings = surroundings;
    }

    /// How it stands now.
    Standing standing() {
        boolean isAnyoneStuck = false;
        boolean isAnyoneIdle = false;
        for (Lane lane : states.lanes()) {
            if (lane.isIdle()
                    && !lane.isWoken()
                    && !(lane.isBounded && surroundings.isTimerPool(lane.operationObject))) {
                isAnyoneIdle |= !surroundings.isDaemon(lane.number);
            } else if (states.isStuck(lane)) {
                isAnyoneStuck |= !surroundings.isDaemon(lane.number);
            } else {
                return Standing.MOVES;
            }
        }
        if (isAnyoneStuck) {
            return Standing.DEADLOCKED;
        }
        return isAnyoneIdle ? Standing.ONLY_IDLE_POOLS : Standing.MOVES;
    }

    /// Whether the virtual machine agrees that every stuck lane's thread waits.
    boolean isConfirmed() {
        return states.lanes().stream()
                .filter(lane -> !lane.isIdle())
                .allMatch(lane -> states.fits(lane, surroundings.stateOf(lane.number)));
    }

    /// Why it stands, when it is deadlocked.
    Finding explain() {
        List<Lane> stuck =
                states.lanes().stream()
                        .filter(lane -> !lane.isIdle() && states.isStuck(lane))
                        .toList();
        return graph.cycle(stuck, states::isStuck)
                .map(cycle -> graph.finding(cycle, true))
                .orElseGet(() -> graph.finding(stuck.stream().limit(8).toList(), false));
    }
}
