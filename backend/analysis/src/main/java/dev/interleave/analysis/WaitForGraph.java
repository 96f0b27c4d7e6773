package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which lane waits for which, and how to say so.
final class WaitForGraph {
    private final LaneStates states;
    private final Names names;

    WaitForGraph(LaneStates states, Names names) {
        this.states = states;
        this.names = names;
    }

    /// A cycle among `lanes`, all of which are in `among`: each waits for the next. A lane that
    /// needs something of several waits in vain when one of them does.
    Optional<List<Lane>> cycle(Collection<Lane> lanes, Predicate<Lane> among) {
        var seen = new HashSet<Lane>();
        for (Lane start : lanes) {
            var path = new ArrayList<Step>();
            @Nullable Lane at = start;
            while (at != null) {
                if (among.test(at)) {
                    int index = indexOf(path, at);
                    if (index >= 0) {
                        path.forEach(step -> step.lane.isOnPath = false);
                        return Optional.of(
                                path.subList(index, path.size()).stream()
                                        .map(step -> step.lane)
                                        .toList());
                    }
                    if (seen.add(at)) {
                        path.add(new Step(at, othersBlocking(at)));
                    }
                }
                at = next(path);
            }
        }
        return Optional.empty();
    }

    /// A lane on the path, and how far its blockers have been looked at.
    private static final class Step {
        final Lane lane;
        final int[] blockers;
        int at;

        Step(Lane lane, int[] blockers) {
            this.lane = lane;
            this.blockers = blockers;
            lane.isOnPath = true;
        }
    }

    private static int indexOf(List<Step> path, Lane lane) {
        if (!lane.isOnPath) {
            return -1;
        }
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).lane == lane) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Lane next(List<Step> path) {
        while (!path.isEmpty()) {
            Step last = path.getLast();
            while (last.at < last.blockers.length) {
                Lane blocker = states.find(last.blockers[last.at++]);
                if (blocker != null) {
                    return blocker;
                }
            }
            path.removeLast().lane.isOnPath = false;
        }
        return null;
    }

    /// Whoever waits for a permit may have one itself, and yet it is the others who don't give any
    /// back.
    private int[] othersBlocking(Lane lane) {
        int[] blockers = blockersOf(lane);
        return lane.role == Role.ACQUIRE
                ? Arrays.stream(blockers).filter(other -> other != lane.number).toArray()
                : blockers;
    }

    /// As [LaneStates#blockersOf], and for permits those who have some: one of them must give some
    /// back, though it may be any.
    private int[] blockersOf(Lane lane) {
        return lane.rest == Lane.Rest.PARKED && lane.role == Role.ACQUIRE
                ? states.permitHoldersOf(lane.operationObject)
                : states.blockersOf(lane);
    }

    /// That these lanes wait for each other, or for what nobody is left to do.
    Finding finding(List<Lane> stuck, boolean isCycle) {
        var ordered = new ArrayList<>(stuck);
        if (isCycle) {
            int first = 0;
            for (int i = 1; i < stuck.size(); i++) {
                first = stuck.get(i).number < stuck.get(first).number ? i : first;
            }
            Collections.rotate(ordered, -first);
        }
        var lines = new TreeSet<Integer>();
        var sentences = new ArrayList<String>();
        for (Lane lane : ordered) {
            if (names.line(lane.site) > 0) {
                lines.add(names.line(lane.site));
            }
            sentences.add(sentence(lane));
        }
        return new Finding(
                FindingKind.DEADLOCK,
                String.join("; ", sentences) + (isCycle ? "." : "; nobody is left to change that."),
                List.copyOf(lines),
                ordered.stream().map(lane -> lane.number).toList());
    }

    private String sentence(Lane lane) {
        String who = names.lane(lane.number);
        int[] blockers = blockersOf(lane);
        if (lane.rest == Lane.Rest.JOINING) {
            return who
                    + " waits for "
                    + (lane.subject == 0 ? "a thread" : names.lane(lane.subject))
                    + " to end";
        }
        if (blockers.length > 0 && lane.role != Role.ACQUIRE) {
            return who + " waits for " + blocking(lane, blockers);
        }
        if (lane.rest == Lane.Rest.WAITING_ON_MONITOR) {
            return who + " waits to be notified on " + names.object(lane.subject);
        }
        String holders =
                blockers.length == 0
                        ? ""
                        : ", held by "
                                + (Arrays.stream(blockers).anyMatch(other -> other == lane.number)
                                        ? "itself"
                                        : holder(blockers[0]));
        return Operation.tryOf(lane.operation)
                .map(row ->
                        who
                                + " "
                                + row.phrase().replace("{}", names.object(lane.operationObject))
                                + holders)
                .orElse(who + " is parked");
    }

    private String blocking(Lane lane, int[] blockers) {
        boolean isOwn = Arrays.stream(blockers).anyMatch(other -> other == lane.number);
        if (lane.rest == Lane.Rest.ENTERING_CLASS) {
            return "class "
                    + names.object(lane.subject)
                    + ", which "
                    + names.lane(blockers[0])
                    + " initialises";
        }
        int object = lane.rest == Lane.Rest.PARKED ? lane.operationObject : lane.subject;
        return names.object(object)
                + (isOwn ? ", which it holds itself" : ", held by " + holder(blockers[0]));
    }

    private String holder(int lane) {
        return names.lane(lane) + (states.isEnded(lane) ? ", which has ended" : "");
    }
}
