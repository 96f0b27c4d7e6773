package dev.interleave.analysis;

import dev.interleave.analysis.races.Race;
import dev.interleave.analysis.races.RaceDetector;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.analysis.races.SightedRace;
import dev.interleave.analysis.races.Sighting;
import dev.interleave.analysis.races.SyncState;
import dev.interleave.analysis.races.VariableState;
import dev.interleave.model.run.Finding.Call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The races of a [Grid], as the engine of a controlled run would see them. What orders threads are
/// starts, joins, monitors, and locks that are held alone.
final class Accesses {
    final RaceEvidence evidence = new RaceEvidence(new ArrayDeque<>(), new ArrayDeque<>());
    private final RaceDetector detector = new RaceDetector(this::found);
    private final Map<Integer, VariableState> variables = new HashMap<>();
    private final Map<Integer, SyncState> locks = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    void accept(Event event) {
        switch (event.kind) {
            case THREAD_STARTED -> detector.started(event.lane, (int) event.argument);
            case MONITOR_ENTERED, LOCK_ACQUIRED -> detector.acquire(event.lane, lock(event));
            case MONITOR_EXITED, LOCK_RELEASED -> detector.release(event.lane, lock(event));
            default -> {}
        }
    }

    private SyncState lock(Event event) {
        boolean isShared = event.role != null && event.role.name().endsWith("SHARED");
        int lock = isShared ? -event.object * 100 - event.lane : event.object;
        return locks.computeIfAbsent(lock, _ -> new SyncState());
    }

    /// A lane is about to access a field of an object.
    void accessed(int lane, int object, boolean isWrite, int site, long nanos) {
        var sighting =
                new Sighting(
                        lane, site, isWrite, nanos, List.of(new Call("T" + lane + ".run", site)));
        sightings.add(sighting);
        evidence.saw(sighting);
        VariableState variable = variables.computeIfAbsent(object, _ -> new VariableState());
        if (isWrite) {
            detector.write(lane, variable, site);
        } else {
            detector.read(lane, variable, site);
        }
    }

    private void found(Race race) {
        evidence.found(
                new SightedRace(
                        SightedRace.Kind.FIELD,
                        "count",
                        'I',
                        sighting(race.earlier()),
                        sighting(race.later())));
    }

    private Sighting sighting(Race.Access access) {
        return sightings.stream()
                .filter(seen ->
                        seen.lane() == access.thread()
                                && seen.site() == access.site()
                                && seen.isWrite() == access.isWrite())
                .findFirst()
                .orElseThrow();
    }
}
