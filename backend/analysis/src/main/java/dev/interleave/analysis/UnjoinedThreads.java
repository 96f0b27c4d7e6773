package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Finds threads whose end nobody waited for.
///
/// Rule: the program's own code started the thread; no join on it was ever begun; and it outlived
/// the thread that started it. A platform thread that is not a daemon did when, after the other one
/// had ended, it still did something of its own, and what it did last was not to tell another
/// thread (a count-down, an element, a signal: somebody may have waited for that instead). A
/// virtual thread also did when the program ended by itself before the thread could. Told at the
/// end, since a join may come late; one finding for all that were started at one line.
final class UnjoinedThreads implements Analyzer {
    /// More of them say nothing new.
    private static final int MAX_UNJOINED = 10_000;

    private final LaneStates states;
    private final Names names;
    private final Surroundings surroundings;
    private final Consumer<Finding> findings;
    private final BitSet joined = new BitSet();
    private final List<Integer> outlived = new ArrayList<>();

    // By number of the lane.
    private int[] starters = new int[64];
    private int[] sites = new int[64];
    private long[] endedAt = new long[64];

    UnjoinedThreads(
            LaneStates states, Names names, Surroundings surroundings, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(EventKind.THREAD_STARTED, EventKind.JOIN_BEGAN, EventKind.THREAD_ENDED);
    }

    @Override
    public void accept(Event event, Lane self) {
        int other = (int) event.argument;
        switch (event.kind) {
            case THREAD_STARTED -> {
                if (other > 0 && event.site != 0 && surroundings.isStartedByProgram(other)) {
                    reserve(other);
                    starters[other] = event.lane;
                    sites[other] = event.site;
                }
            }
            case JOIN_BEGAN -> joined.set(Math.max(0, other));
            default -> ended(event, self);
        }
    }

    private void ended(Event event, Lane self) {
        reserve(event.lane);
        endedAt[event.lane] = event.nanos;
        int starter = starters[event.lane];
        boolean isWaitedFor =
                surroundings.isVirtual(event.lane) || !surroundings.isDaemon(event.lane);
        if (starter != 0
                && endedAt[starter] > 0
                && self.actedAt > endedAt[starter]
                && !self.hasToldLast
                && isWaitedFor
                && !joined.get(event.lane)
                && outlived.size() < MAX_UNJOINED) {
            outlived.add(event.lane);
        }
    }

    @Override
    public void end(RunEnd end) {
        if (end.isNatural()) {
            for (Lane lane : states.lanes()) {
                if (lane.number < starters.length
                        && starters[lane.number] != 0
                        && surroundings.isVirtual(lane.number)
                        && outlived.size() < MAX_UNJOINED) {
                    outlived.add(lane.number);
                }
            }
        }
        Map<Integer, List<Integer>> bySite = new TreeMap<>();
        for (int lane : outlived) {
            if (!joined.get(lane)) {
                bySite.computeIfAbsent(sites[lane], _ -> new ArrayList<>()).add(lane);
            }
        }
        bySite.forEach(this::tell);
    }

    private void tell(int site, List<Integer> lanes) {
        int first = lanes.getFirst();
        String others = lanes.size() == 1 ? "" : " and others like it";
        findings.accept(
                new Finding(
                        FindingKind.UNJOINED_THREAD,
                        names.lane(first)
                                + others
                                + " went on after "
                                + names.lane(starters[first])
                                + ", which started it, had ended; nobody waited for its end.",
                        Lines.of(names, site),
                        lanes.stream().limit(8).toList()));
    }

    private void reserve(int lane) {
        if (lane >= starters.length) {
            int length = Math.max(lane + 1, starters.length * 2);
            starters = Arrays.copyOf(starters, length);
            sites = Arrays.copyOf(sites, length);
            endedAt = Arrays.copyOf(endedAt, length);
        }
    }
}
