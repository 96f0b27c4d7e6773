package dev.interleave.analysis.races;

import org.jspecify.annotations.Nullable;

import java.util.Queue;

/// What was seen of the races of the schedule that is recorded, on its way from the thread that
/// runs it to the one that folds its events.
///
/// A sighting is told before the record of the access is made, so whoever has seen the record finds
/// the sighting here.
public final class RaceEvidence {
    private final Queue<Sighting> sightings;
    private final Queue<SightedRace> races;

    /// Nothing has been seen yet. The queues, empty, are safe for use by as many threads as the
    /// evidence is used by.
    public RaceEvidence(Queue<Sighting> sightings, Queue<SightedRace> races) {
        this.sightings = sightings;
        this.races = races;
    }

    /// An access is about to take place that may turn out to be part of a race.
    public void saw(Sighting sighting) {
        sightings.add(sighting);
    }

    /// It turned out that nothing orders two accesses.
    public void found(SightedRace race) {
        races.add(race);
    }

    /// The oldest sighting that has not been taken, or null.
    public @Nullable Sighting takeSighting() {
        return sightings.poll();
    }

    /// The oldest race that has not been taken, or null.
    public @Nullable SightedRace takeRace() {
        return races.poll();
    }
}
