package dev.interleave.runner.control;

import dev.interleave.analysis.races.Race;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.analysis.races.SightedRace;
import dev.interleave.analysis.races.SightedRace.Kind;
import dev.interleave.analysis.races.Sighting;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Variable;
import dev.interleave.probe.Recording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// Looks closely at the accesses of one schedule that race: who, where, from where. That takes far
/// too long for a search, so it is done for the schedule that is recorded alone; and only at the
/// places where accesses raced when the same schedule ran before.
///
/// What it keeps of a variable is what the detector does: of each thread the first read and the
/// first write since it last told others anything.
public final class Witness {
    /// A loop may race with another over a large array; the first of these are enough.
    private static final int MOST_SIGHTINGS = 20_000;

    private final List<Variable> variables;
    private final ProgramStack stack;
    private final RaceEvidence evidence;
    private final LongUnaryOperator time;
    private final BitSet sites = new BitSet();
    private final IdentityHashMap<Cell, List<Seen>> seen = new IdentityHashMap<>();
    private final IdentityHashMap<Cell, String> collections = new IdentityHashMap<>();
    private int sightings;

    /// A witness of the schedule that comes next.
    ///
    /// @param races those of the same schedule when it ran before
    /// @param time the time of a record as the events have it, by the time that it bears
    public Witness(
            Program program, List<Race> races, RaceEvidence evidence, LongUnaryOperator time) {
        this.variables = program.variables();
        this.stack = new ProgramStack(program);
        this.evidence = evidence;
        this.time = time;
        for (Race race : races) {
            sites.set(race.earlier().site());
            sites.set(race.later().site());
        }
    }

    /// The last access of a kind by a thread that is worth keeping.
    private record Seen(int thread, long moment, Sighting sighting) {}

    /// A thread is about to access a variable.
    ///
    /// @param moment the thread's own time, as the detector has it
    void saw(Fiber self, Cell cell, boolean writes, int site, long moment) {
        if (!sites.get(site) || sightings >= MOST_SIGHTINGS) {
            return;
        }
        List<Seen> of = seen.computeIfAbsent(cell, _ -> new ArrayList<>(4));
        for (int i = 0; i < of.size(); i++) {
            Seen before = of.get(i);
            if (before.thread == self.number && before.sighting.isWrite() == writes) {
                if (before.moment != moment) {
                    of.set(i, look(self, writes, site, moment));
                }
                return;
            }
        }
        of.add(look(self, writes, site, moment));
    }

    private Seen look(Fiber self, boolean writes, int site, long moment) {
        var sighting =
                new Sighting(
                        Recording.laneOf(self.thread()),
                        site,
                        writes,
                        time.applyAsLong(Recording.traceNanos()),
                        stack.calls());
        sightings++;
        evidence.saw(sighting);
        return new Seen(self.number, moment, sighting);
    }

    /// A variable is all of a collection, or of another object.
    void isOf(Cell cell, Object collection) {
        if (!collections.containsKey(cell)) {
            collections.put(cell, nameOf(collection));
        }
    }

    private static String nameOf(Object collection) {
        return collection instanceof Iterator ? "iterator" : collection.getClass().getSimpleName();
    }

    /// Nothing orders two accesses, of which the later one is about to take place.
    ///
    /// @param fibers all threads, in the order of their numbers
    void raced(Race race, List<Fiber> fibers) {
        Cell cell = (Cell) race.variable();
        evidence.found(
                new SightedRace(
                        kindOf(cell),
                        nameOf(cell),
                        typeOf(cell),
                        sighting(race.earlier(), cell, fibers),
                        sighting(race.later(), cell, fibers)));
    }

    private Kind kindOf(Cell cell) {
        if (cell.variable == 0) {
            return Kind.COLLECTION;
        }
        if (cell.variable == variables.size() + Kinds.OBJECT) {
            return Kind.OBJECT;
        }
        return cell.variable <= variables.size() ? Kind.FIELD : Kind.ELEMENT;
    }

    private String nameOf(Cell cell) {
        return switch (kindOf(cell)) {
            case FIELD -> variables.get(cell.variable - 1).label();
            case ELEMENT -> "";
            case COLLECTION, OBJECT -> collections.getOrDefault(cell, "a collection");
        };
    }

    private char typeOf(Cell cell) {
        return switch (kindOf(cell)) {
            case FIELD -> variables.get(cell.variable - 1).type();
            case ELEMENT -> Kinds.elementOf(cell.variable - variables.size());
            case COLLECTION, OBJECT -> 'L';
        };
    }

    private Sighting sighting(Race.Access access, Cell cell, List<Fiber> fibers) {
        return seen.getOrDefault(cell, List.of()).stream()
                .filter(known ->
                        known.thread == access.thread()
                                && known.sighting.isWrite() == access.isWrite()
                                && known.sighting.site() == access.site())
                .map(Seen::sighting)
                .findFirst()
                .orElseGet(() ->
                        new Sighting(
                                Recording.laneOf(fibers.get(access.thread() - 1).thread()),
                                access.site(),
                                access.isWrite(),
                                0,
                                List.of()));
    }
}
