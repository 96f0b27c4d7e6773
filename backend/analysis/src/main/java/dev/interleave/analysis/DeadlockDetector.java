package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.Operation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// Says when a program has come to a stand, and why.
///
/// It looks at a moment when everything recorded has been folded. A thread is stuck when only
/// another thread can make it go on; when all that live are stuck, none ever will. A cycle in the
/// wait-for graph is told as a cycle; otherwise everybody waits for something that nobody is left
/// to do.
public final class DeadlockDetector {
    private final LaneStates states;
    private final Names names;

    /// A detector over these states.
    public DeadlockDetector(LaneStates states, Names names) {
        this.states = states;
        this.names = names;
    }

    /// How the program stands.
    public enum Standing {
        /// Some thread can go on.
        MOVES,
        /// Nothing is left but pool threads without work, which nobody told to end.
        ONLY_IDLE_POOLS,
        /// Every thread waits for another, for ever.
        DEADLOCKED
    }

    /// How it stands now. `isDaemon` tells the lanes that a program does not wait for at its end,
    /// `isTimerPool` the pools whose idle threads may have something to do later.
    public Standing standing(IntPredicate isDaemon, IntPredicate isTimerPool) {
        boolean isAnyoneStuck = false;
        boolean isAnyoneIdle = false;
        for (Lane lane : states.lanes()) {
            if (lane.isIdle()
                    && !lane.isWoken()
                    && !(lane.isBounded && isTimerPool.test(lane.operationObject))) {
                isAnyoneIdle |= !isDaemon.test(lane.number);
            } else if (states.isStuck(lane)) {
                isAnyoneStuck |= !isDaemon.test(lane.number);
            } else {
                return Standing.MOVES;
            }
        }
        if (isAnyoneStuck) {
            return Standing.DEADLOCKED;
        }
        return isAnyoneIdle ? Standing.ONLY_IDLE_POOLS : Standing.MOVES;
    }

    /// Whether the virtual machine agrees that every stuck lane's thread waits; `stateOf` gives a
    /// lane's thread's state.
    public boolean isConfirmed(IntFunction<Thread.State> stateOf) {
        return states.lanes().stream()
                .filter(lane -> !lane.isIdle())
                .allMatch(lane -> states.fits(lane, stateOf.apply(lane.number)));
    }

    /// Why it stands, when it is deadlocked.
    public Finding explain() {
        Optional<List<Lane>> found = cycle();
        List<Lane> cycle = found.orElseGet(this::stuck);
        var lines = new TreeSet<Integer>();
        var sentences = new ArrayList<String>();
        for (Lane lane : cycle) {
            if (names.line(lane.site) > 0) {
                lines.add(names.line(lane.site));
            }
            sentences.add(sentence(lane));
        }
        String ending = found.isPresent() ? "." : "; nobody is left to change that.";
        return new Finding(
                FindingKind.DEADLOCK,
                String.join("; ", sentences) + ending,
                List.copyOf(lines),
                cycle.stream().map(lane -> lane.number).toList());
    }

    private List<Lane> stuck() {
        return states.lanes().stream()
                .filter(lane -> !lane.isIdle() && states.isStuck(lane))
                .limit(8)
                .toList();
    }

    private Optional<List<Lane>> cycle() {
        for (Lane start : states.lanes()) {
            var path = new LinkedHashSet<Lane>();
            Lane at = start;
            while (at != null && path.add(at)) {
                at = waitsFor(at);
            }
            if (at == start) {
                return Optional.of(List.copyOf(path));
            }
        }
        return Optional.empty();
    }

    /// The lane that this one waits for, or null when it is not one certain lane.
    private @Nullable Lane waitsFor(Lane lane) {
        if (!states.isStuck(lane)) {
            return null;
        }
        int holder =
                lane.rest == Lane.Rest.JOINING
                        ? lane.subject
                        : states.holderOf(states.blockingObject(lane));
        return states.find(holder);
    }

    private String sentence(Lane lane) {
        String who = names.lane(lane.number);
        int blocking = states.blockingObject(lane);
        int holder = states.holderOf(blocking);
        if (blocking != 0 && holder == lane.number) {
            return who + " waits for " + names.object(blocking) + ", which it holds itself";
        }
        if (blocking != 0 && holder != 0) {
            return who + " waits for " + names.object(blocking) + ", held by " + names.lane(holder);
        }
        return switch (lane.rest) {
            case JOINING ->
                    who
                            + " waits for "
                            + (lane.subject == 0 ? "a thread" : names.lane(lane.subject))
                            + " to end";
            case WAITING_ON_MONITOR ->
                    who + " waits to be notified on " + names.object(lane.subject);
            default ->
                    Operation.tryOf(lane.operation)
                            .map(row ->
                                    who
                                            + " "
                                            + row.phrase()
                                                    .replace(
                                                            "{}",
                                                            names.object(lane.operationObject)))
                            .orElse(who + " is parked");
        };
    }
}
