package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds locks that were taken in orders that could deadlock, though they did not this time [1].
///
/// Each time a lane takes a lock while it holds others there is an edge from each of those to it. A
/// cycle of edges is told when each is by another lane, no two of them were made under a common
/// lock that keeps them apart, no two of their locks are shared by readers where they meet, and no
/// two are ordered by anything but the locks themselves ([Clocks]): then another schedule has every
/// lane take its first lock before any takes its second. A lock that is only tried makes no edge,
/// since who tries does not wait, nor does one that is held already. What the clocks can't see is
/// an order that is made by volatile fields or atomics: where two of the lanes use such, nothing is
/// told.
///
/// Memory is bounded: after [#MAX_EDGES] edges, or so many lanes, no more are collected.
///
/// [1] Havelund, "Using Runtime Analysis to Guide Model Checking of Java Programs", SPIN 2000;
/// Agarwal et al., "Detecting Potential Deadlocks with Static Analysis and Run-Time Monitoring",
/// HVC 2005.
final class LockOrders implements Analyzer {
    static final int MAX_EDGES = 4_000;

    /// The longest cycle looked for, and how many edges one search looks at.
    private static final int MAX_CYCLE = 10;

    private static final int MAX_STEPS = 5_000;

    private final LaneStates states;
    private final Names names;
    private final Surroundings surroundings;
    private final Consumer<Finding> findings;
    private final Clocks clocks = new Clocks();
    private final Map<Long, Edge> lastOfLane = new HashMap<>();
    private final Map<EdgeKey, Edge> edges = new HashMap<>();
    private final Map<Integer, List<Edge>> edgesFrom = new HashMap<>();
    private final Map<Set<Integer>, List<Edge>> cycles = new HashMap<>();
    private int steps;

    LockOrders(
            LaneStates states, Names names, Surroundings surroundings, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    private record EdgeKey(
            int from, int to, int lane, int site, boolean isShared, Set<Integer> gates) {}

    /// Somebody took `to` while it held `from`, the last time that it did so in this way.
    private static final class Edge {
        final EdgeKey key;
        final int heldSite;
        final boolean isFromShared;
        int part;
        int at;
        int[] clock = {};

        Edge(EdgeKey key, int heldSite, boolean isFromShared) {
            this.key = key;
            this.heldSite = heldSite;
            this.isFromShared = isFromShared;
        }
    }

    @Override
    public Set<EventKind> kinds() {
        var kinds = EnumSet.of(EventKind.MONITOR_ENTERED, EventKind.LOCK_ACQUIRED);
        Collections.addAll(kinds, Clocks.kinds());
        return kinds;
    }

    @Override
    public void accept(Event event, Lane self) {
        switch (event.kind) {
            case MONITOR_ENTERED -> taken(event, self, false);
            case LOCK_ACQUIRED -> {
                if (event.role == Role.LOCK || event.role == Role.LOCK_SHARED) {
                    taken(event, self, event.role == Role.LOCK_SHARED);
                }
            }
            default -> clocks.accept(event, self, states);
        }
    }

    private void taken(Event event, Lane self, boolean isShared) {
        Held held = self.held;
        if (held.count() == 0
                || edges.size() >= MAX_EDGES
                || held.contains(event.object)
                || event.object == 0) {
            return;
        }
        if (isRepeated(event, held)) {
            return;
        }
        int part = clocks.step(event.lane);
        if (part < 0) {
            return;
        }
        int[] clock = clocks.of(event.lane);
        for (int i = 0; i < held.count(); i++) {
            add(event, held, i, isShared, part, clock);
        }
    }

    /// Whether the lane did the same the last time it took this lock, and has told and learnt
    /// nothing since.
    private boolean isRepeated(Event event, Held held) {
        Edge last =
                held.count() == 1 ? lastOfLane.get((long) event.lane << 32 | event.object) : null;
        return last != null
                && Arrays.equals(last.clock, clocks.of(event.lane))
                && last.key.gates.isEmpty()
                && last.key.from == held.object(0)
                && last.isFromShared == held.isShared(0)
                && last.key.site == event.site;
    }

    private void add(Event event, Held held, int index, boolean isShared, int part, int[] clock) {
        var gates = new HashSet<Integer>();
        for (int i = 0; i < held.count(); i++) {
            if (i != index) {
                gates.add(held.isShared(i) ? -held.object(i) : held.object(i));
            }
        }
        var key =
                new EdgeKey(
                        held.object(index), event.object, event.lane, event.site, isShared, gates);
        Edge edge =
                edges.computeIfAbsent(
                        key,
                        _ -> {
                            var fresh = new Edge(key, held.site(index), held.isShared(index));
                            edgesFrom.computeIfAbsent(key.from, _ -> new ArrayList<>()).add(fresh);
                            return fresh;
                        });
        lastOfLane.put((long) event.lane << 32 | event.object, edge);
        if (Arrays.equals(edge.clock, clock)) {
            return; // as before: nobody learnt anything since
        }
        edge.part = part;
        edge.at = clock[part];
        edge.clock = clock;
        steps = 0;
        search(new ArrayList<>(List.of(edge)));
    }

    /// Looks for a way from the end of the path back to its start.
    private void search(List<Edge> path) {
        Edge last = path.getLast();
        for (Edge next : edgesFrom.getOrDefault(last.key.to, List.of())) {
            if (++steps > MAX_STEPS) {
                return;
            }
            if (!fits(path, next) || (last.key.isShared && next.isFromShared)) {
                continue;
            }
            path.add(next);
            Edge first = path.getFirst();
            if (next.key.to == first.key.from) {
                if (!(next.key.isShared && first.isFromShared)) {
                    var locks = new HashSet<Integer>();
                    path.forEach(edge -> locks.add(edge.key.from));
                    cycles.putIfAbsent(locks, List.copyOf(path));
                }
            } else if (path.size() < MAX_CYCLE) {
                search(path);
            }
            path.removeLast();
        }
    }

    /// Whether the lanes of all edges of the path could be where they are while that of `next` is
    /// there.
    private static boolean fits(List<Edge> path, Edge next) {
        for (Edge edge : path) {
            if (edge.key.lane == next.key.lane
                    || edge.key.from == next.key.from
                    || isOrdered(edge, next)
                    || isOrdered(next, edge)
                    || haveCommonGate(edge, next)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrdered(Edge one, Edge other) {
        return Clocks.isBefore(one.part, one.at, other.clock);
    }

    private static boolean haveCommonGate(Edge one, Edge other) {
        for (int gate : one.key.gates) {
            int lock = Math.abs(gate);
            boolean isShared = gate < 0;
            if (other.key.gates.contains(lock) || (!isShared && other.key.gates.contains(-lock))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void end(RunEnd end) {
        var stuckAt = new HashSet<Integer>();
        for (int number : end.deadlocked()) {
            Lane lane = states.find(number);
            for (int i = 0; lane != null && i < lane.held.count(); i++) {
                stuckAt.add(lane.held.object(i));
            }
        }
        for (Map.Entry<Set<Integer>, List<Edge>> cycle : cycles.entrySet()) {
            long told = cycle.getKey().stream().filter(stuckAt::contains).count();
            if (told < 2 && !mayBeOrdered(cycle.getValue())) {
                tell(cycle.getValue());
            }
        }
    }

    /// Whether two of the lanes may be ordered by something that makes no events, such as a flag.
    private boolean mayBeOrdered(List<Edge> cycle) {
        return cycle.stream()
                        .map(edge -> edge.key.lane)
                        .distinct()
                        .filter(surroundings::isOrderedUnseen)
                        .count()
                > 1;
    }

    private void tell(List<Edge> cycle) {
        var sentences = new ArrayList<String>();
        var sites = new ArrayList<Integer>();
        for (Edge edge : cycle) {
            sentences.add(
                    names.lane(edge.key.lane)
                            + " took "
                            + names.object(edge.key.to)
                            + " while it held "
                            + names.object(edge.key.from));
            sites.add(edge.heldSite);
            sites.add(edge.key.site);
        }
        findings.accept(
                new Finding(
                        FindingKind.LOCK_ORDER_CYCLE,
                        String.join(", ", sentences.subList(0, sentences.size() - 1))
                                + " and "
                                + sentences.getLast()
                                + "; at the same time they could wait for each other for ever.",
                        Lines.of(names, sites.stream().mapToInt(Integer::intValue).toArray()),
                        cycle.stream().map(edge -> edge.key.lane).sorted().distinct().toList()));
    }
}
