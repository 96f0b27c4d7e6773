package dev.interleave.analysis;

import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.model.run.Finding;
import dev.interleave.model.trace.EventKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// All that is found in the events of one run. Confined to one thread.
///
/// Records go in as they are drained ([#add]); they are folded in the order of time once nothing
/// older can come ([#fold]). Findings come out as soon as they are sure ([#takeFinding]).
public final class Analysis {
    private static final long LOOK_NANOS = 100_000_000;

    private final Timeline timeline = new Timeline();
    private final LaneStates states = new LaneStates();
    private final DeadlockDetector deadlocks;
    private final StuckCycles cycles;
    private final EndlessLoops loops;
    private final List<Analyzer> analyzers;
    private final Analyzer[][] byKind;
    private final Queue<Finding> findings = new ArrayDeque<>();
    private final Set<Integer> deadlocked = new HashSet<>();
    private boolean isStandstill;
    private long lookedAt;

    /// An analysis of a run about which `names` and `surroundings` know the rest.
    public Analysis(Names names, Surroundings surroundings) {
        this(names, surroundings, null);
    }

    /// As the other one, of a run whose races somebody finds; null when nobody does.
    public Analysis(Names names, Surroundings surroundings, @Nullable RaceEvidence races) {
        deadlocks = new DeadlockDetector(states, names, surroundings);
        cycles = new StuckCycles(states, names, surroundings, this::foundDeadlock);
        analyzers = new ArrayList<>();
        Collections.addAll(
                analyzers,
                cycles,
                new LockOrders(states, names, surroundings, findings::add),
                new LostWakeups(states, names, surroundings, findings::add),
                new UnjoinedThreads(states, names, surroundings, findings::add),
                new BlockedPools(states, names, surroundings, findings::add),
                new PinnedCarriers(names, findings::add),
                new LocksHeldWhileWaiting(states, names, findings::add));
        var wants = new Wants(states);
        var starvation = new Starvation(wants, names, findings::add);
        var repetition = new Repetition();
        loops =
                new EndlessLoops(
                        states, names, surroundings, starvation, repetition, findings::add);
        if (races != null) {
            analyzers.add(repetition);
            analyzers.add(wants);
            analyzers.add(loops);
            analyzers.add(new DataRaces(states, names, races, findings::add));
        }
        byKind = byKind(analyzers);
    }

    private static Analyzer[][] byKind(List<Analyzer> analyzers) {
        Map<EventKind, List<Analyzer>> interested = new EnumMap<>(EventKind.class);
        for (Analyzer analyzer : analyzers) {
            for (EventKind kind : analyzer.kinds()) {
                interested.computeIfAbsent(kind, _ -> new ArrayList<>()).add(analyzer);
            }
        }
        var table = new Analyzer[1 << Byte.SIZE][];
        for (EventKind kind : EventKind.values()) {
            table[kind.code()] = interested.getOrDefault(kind, List.of()).toArray(new Analyzer[0]);
        }
        return table;
    }

    private void foundDeadlock(Finding finding) {
        deadlocked.addAll(finding.lanes());
        findings.add(finding);
    }

    /// A lane exists; its thread may not have begun yet. Not for carriers, which do nothing
    /// themselves.
    public void opened(int lane) {
        states.opened(lane);
    }

    /// Takes in a record as its four numbers of 8 bytes: the time; kind, operation and lane; object
    /// and site; the argument.
    public void add(long nanos, long what, long about, long argument) {
        if (timeline.isFull()) {
            timeline.release(Long.MAX_VALUE, this::accept);
        }
        timeline.add(nanos, what, about, argument);
    }

    /// Folds what happened up to `untilNanos`: nothing of that time will come any more.
    public void fold(long untilNanos) {
        timeline.release(untilNanos, this::accept);
        if (!isStandstill && untilNanos - lookedAt >= LOOK_NANOS && untilNanos != Long.MAX_VALUE) {
            lookedAt = untilNanos;
            analyzers.forEach(analyzer -> analyzer.look(untilNanos));
        }
    }

    /// Takes in an event whose time has come.
    void accept(Event event) {
        if (event.lane < 1) {
            return;
        }
        Analyzer[] interested = byKind[event.kind.code()];
        if (interested.length > 0) {
            Lane self = states.open(event.lane);
            for (Analyzer analyzer : interested) {
                analyzer.accept(event, self);
            }
        }
        states.accept(event);
    }

    /// What has been found since it was last asked for, one at a time; null when that is all.
    public @Nullable Finding takeFinding() {
        return findings.poll();
    }

    /// How the program stands, now that nothing has happened for a while.
    public Standing standing() {
        return deadlocks.standing();
    }

    /// Whether the virtual machine agrees that every stuck lane's thread waits.
    public boolean isStandstillConfirmed() {
        return deadlocks.isConfirmed();
    }

    /// The program is deadlocked: why. The result is among the findings too.
    public Finding standStill() {
        Finding finding = deadlocks.explain();
        isStandstill = true;
        if (!cycles.hasTold(finding)) {
            foundDeadlock(finding);
        }
        return finding;
    }

    /// The schedule that was run, by whoever finds its races, was cut off.
    ///
    /// @return where its threads are, as a sentence that begins with a name
    public String cutOff(CutOff how) {
        loops.cutOff(how);
        return loops.places(how);
    }

    /// The run ended at `nanos`, and all it recorded has been folded; `isNatural` says that the
    /// program ended by itself. What was found only now is among the findings.
    public void end(long nanos, boolean isNatural) {
        var end = new RunEnd(nanos, isNatural, isStandstill, Set.copyOf(deadlocked));
        analyzers.forEach(analyzer -> analyzer.end(end));
    }
}
