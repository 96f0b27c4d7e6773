package dev.interleave.analysis;

import dev.interleave.analysis.races.SightedRace;
import dev.interleave.analysis.races.SightedRace.Kind;
import dev.interleave.analysis.races.Sighting;

import java.util.HashSet;

/// Says what would put the two accesses of a data race in an order: one sentence about what is
/// missing in this schedule, and one about what to do.
///
/// Every sentence is true of every program that it is said of: what is said of locks, starts and
/// ends comes from the events, and what is advised would order the two by JLS 17.4.5, or make the
/// two no data race. Whether the program then does what its author wants is another question; where
/// one access is half of a read and write, `volatile` is not advised, as it would mend the race
/// only.
final class RaceAdvice {
    private final Names names;
    private final Lives lives;

    RaceAdvice(Names names, Lives lives) {
        this.names = names;
        this.lives = lives;
    }

    /// @param name what the sentence about the race calls the variable
    String on(SightedRace race, String name, Scene earlier, Scene later) {
        if (!earlier.held.isEmpty() || !later.held.isEmpty()) {
            return onLocks(earlier, later);
        }
        boolean isElement = race.kind() == Kind.ELEMENT;
        boolean isCollection = race.kind() == Kind.COLLECTION;
        if (isCollection || race.kind() == Kind.OBJECT) {
            return "Neither holds a lock there, and "
                    + (isCollection ? race.name() : name)
                    + " is made for one thread at a time: guard every use with the same lock, or "
                    + (isCollection
                            ? "take a collection of java.util.concurrent."
                            : "give each thread its own.");
        }
        if (earlier.isCompound || later.isCompound) {
            return onCompound(race, name, earlier.isCompound ? earlier : later);
        }
        Scene reader = earlier.sighting.isWrite() ? later : earlier;
        if (reader.isRepeated && !reader.sighting.isWrite() && !isElement) {
            return lane(reader)
                    + " looks at "
                    + name
                    + " again and again, and nothing lets it see what "
                    + lane(reader == later ? earlier : later)
                    + " writes: make it volatile.";
        }
        if (lives.isStartedBy(earlier.sighting.lane(), later.sighting.lane())) {
            return onFamily(race, name, later.sighting, earlier.sighting);
        }
        if (lives.isStartedBy(later.sighting.lane(), earlier.sighting.lane())) {
            return onFamily(race, name, earlier.sighting, later.sighting);
        }
        return "Neither holds a lock there: " + otherwise(race);
    }

    private String onLocks(Scene earlier, Scene later) {
        if (earlier.held.isEmpty() || later.held.isEmpty()) {
            Scene with = earlier.held.isEmpty() ? later : earlier;
            Scene without = earlier.held.isEmpty() ? earlier : later;
            String held = String.join(" and ", with.holds(names));
            return lane(with)
                    + " holds "
                    + held
                    + " there, "
                    + lane(without)
                    + " holds no lock: guard both with "
                    + (with.held.size() == 1 && with.shared.isEmpty() ? held : "the same lock")
                    + ".";
        }
        var common = new HashSet<>(earlier.held);
        common.retainAll(later.held);
        if (!common.isEmpty()) {
            String held = names.object(common.iterator().next());
            return "Both hold "
                    + held
                    + " there, but as readers, who don't keep each other out: whoever writes needs"
                    + " its write lock.";
        }
        return lane(earlier)
                + " holds "
                + String.join(" and ", earlier.holds(names))
                + " there, "
                + lane(later)
                + " holds "
                + String.join(" and ", later.holds(names))
                + ": different locks don't keep them apart. Guard both with the same one.";
    }

    private String onCompound(SightedRace race, String name, Scene compound) {
        String atomic =
                switch (race.type()) {
                    case 'I' -> "AtomicInteger";
                    case 'J' -> "AtomicLong";
                    default -> "";
                };
        boolean isField = race.kind() == Kind.FIELD;
        return lane(compound)
                + " reads "
                + name
                + " and then writes it, with no lock around the two: do both under one lock"
                + (atomic.isEmpty()
                        ? "."
                        : isField
                                ? ", or make it an " + atomic + "."
                                : ", or take an " + atomic + "Array.");
    }

    /// What the parent did before it started the child, and does after it has joined it, is ordered
    /// with all that the child does: so its access is in between.
    private String onFamily(SightedRace race, String name, Sighting parent, Sighting child) {
        String self = names.lane(parent.lane());
        String other = names.lane(child.lane());
        if (lives.isEndedBy(child.lane(), parent.nanos())) {
            return other
                    + " has ended by then, but "
                    + self
                    + " has not joined it: join it first, or "
                    + otherwise(race);
        }
        if (!parent.isWrite()) {
            return self
                    + " does not wait for the end of "
                    + other
                    + " before it reads "
                    + name
                    + ": join it first, or "
                    + otherwise(race);
        }
        return self
                + " has started "
                + other
                + " before it writes "
                + name
                + ": only what it does before the start is ordered with what "
                + other
                + " does. Move it before the start, or "
                + otherwise(race);
    }

    /// What would do in any case, and the end of the sentence.
    private static String otherwise(SightedRace race) {
        return race.kind() == Kind.FIELD
                ? "guard both with the same lock, or make it volatile."
                : "guard both with the same lock.";
    }

    private String lane(Scene scene) {
        return names.lane(scene.sighting.lane());
    }
}
