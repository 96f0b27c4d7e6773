package dev.interleave.analysis;

import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.analysis.races.SightedRace;
import dev.interleave.analysis.races.SightedRace.Kind;
import dev.interleave.analysis.races.Sighting;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/// Tells of the data races of a schedule that was recorded: the two accesses, each with its value,
/// the locks that were held and the stack, and what would put them in an order.
///
/// That they are races is not found here but by happens-before, while the schedule ran
/// ([RaceEvidence]); what is added is what the events around them say. Of races between the same
/// two places on the same field, or on elements of arrays, one is told.
final class DataRaces implements Analyzer {
    private final LaneStates states;
    private final Names names;
    private final RaceEvidence evidence;
    private final Consumer<Finding> findings;
    private final Lives lives = new Lives();
    private final Map<Sighting, Scene> scenes = new HashMap<>();

    /// Sightings whose lane has not been heard of since, by lane.
    private final Map<Integer, Queue<Scene>> waiting = new HashMap<>();

    /// The sites of all sightings.
    private final BitSet sites = new BitSet();

    private final Map<Variable, Use> uses = new HashMap<>();

    DataRaces(LaneStates states, Names names, RaceEvidence evidence, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.evidence = evidence;
        this.findings = findings;
    }

    /// A variable as one lane uses it.
    private record Variable(int lane, int object, int operation) {}

    /// How it does, at the sites of sightings.
    private static final class Use {
        /// Where it has been read more than once.
        final BitSet repeated = new BitSet();

        /// Where it has been read just before it was written, and where it was written then.
        final BitSet compound = new BitSet();

        private final BitSet read = new BitSet();

        /// Where it has been read last, if it has not been written since; else -1.
        private int lastRead = -1;

        void readAt(int site) {
            if (read.get(site)) {
                repeated.set(site);
            }
            read.set(site);
            lastRead = site;
        }

        void writtenAt(int site) {
            if (lastRead >= 0) {
                compound.set(lastRead);
                compound.set(site);
            }
            lastRead = -1;
        }
    }

    /// What two races have in common of which one is told.
    private record Told(Kind kind, String name, int earlier, int later) {}

    @Override
    public Set<EventKind> kinds() {
        return EnumSet.allOf(EventKind.class);
    }

    @Override
    public void accept(Event event, Lane self) {
        takeSightings();
        lives.accept(event);
        if (!waiting.isEmpty()) {
            settle(event, self);
        }
        if (isOnMemory(event.kind) && sites.get(event.site)) {
            use(event);
        }
    }

    private void takeSightings() {
        for (Sighting next = evidence.takeSighting();
                next != null;
                next = evidence.takeSighting()) {
            var scene = new Scene(next);
            scenes.put(next, scene);
            sites.set(next.site());
            waiting.computeIfAbsent(next.lane(), _ -> new ArrayDeque<>()).add(scene);
        }
    }

    /// What the lane holds now it held at the sightings before: it has done nothing in between.
    private void settle(Event event, Lane self) {
        Queue<Scene> scenesOfLane = waiting.get(event.lane);
        if (scenesOfLane == null) {
            return;
        }
        for (Scene scene = scenesOfLane.peek();
                scene != null && scene.sighting.nanos() <= event.nanos;
                scene = scenesOfLane.peek()) {
            scenesOfLane.remove();
            scene.holds(self.held);
            if (isRecordOf(event, scene.sighting)) {
                scene.isRecorded = true;
                scene.value = event.argument;
                scene.object = event.object;
                scene.operation = event.operation;
            }
        }
        if (scenesOfLane.isEmpty()) {
            waiting.remove(event.lane);
        }
    }

    private static boolean isRecordOf(Event event, Sighting sighting) {
        return event.nanos == sighting.nanos()
                && event.site == sighting.site()
                && (sighting.isWrite() ? isWrite(event.kind) : isRead(event.kind));
    }

    private void use(Event event) {
        var variable = new Variable(event.lane, event.object, event.operation);
        Use use = uses.computeIfAbsent(variable, _ -> new Use());
        if (isRead(event.kind)) {
            use.readAt(event.site);
        } else {
            use.writtenAt(event.site);
        }
    }

    private static boolean isOnMemory(EventKind kind) {
        return isRead(kind) || isWrite(kind);
    }

    private static boolean isRead(EventKind kind) {
        return kind == EventKind.FIELD_READ || kind == EventKind.ARRAY_READ;
    }

    private static boolean isWrite(EventKind kind) {
        return kind == EventKind.FIELD_WRITTEN || kind == EventKind.ARRAY_WRITTEN;
    }

    @Override
    public void end(RunEnd end) {
        takeSightings();
        for (Map.Entry<Integer, Queue<Scene>> left : waiting.entrySet()) {
            Lane lane = states.find(left.getKey());
            if (lane != null) {
                left.getValue().forEach(scene -> scene.holds(lane.held));
            }
        }
        var told = new HashSet<Told>();
        for (SightedRace race = evidence.takeRace(); race != null; race = evidence.takeRace()) {
            int one = race.earlier().site();
            int other = race.later().site();
            if (told.add(
                    new Told(
                            race.kind(),
                            race.name(),
                            Math.min(one, other),
                            Math.max(one, other)))) {
                tell(race);
            }
        }
    }

    private void tell(SightedRace race) {
        Scene earlier = scene(race.earlier());
        Scene later = scene(race.later());
        String name = nameOf(race, later.isRecorded ? later : earlier);
        findings.accept(
                new Finding(
                        race.kind() == Kind.COLLECTION
                                ? FindingKind.UNSAFE_COLLECTION
                                : FindingKind.DATA_RACE,
                        sentence(race, name),
                        Lines.of(names, race.earlier().site(), race.later().site()),
                        List.of(race.earlier().lane(), race.later().lane()),
                        List.of(access(race, earlier), access(race, later)),
                        new RaceAdvice(names, lives).on(race, name, earlier, later)));
    }

    private Scene scene(Sighting sighting) {
        Scene scene = scenes.getOrDefault(sighting, new Scene(sighting));
        Use use = uses.get(new Variable(sighting.lane(), scene.object, scene.operation));
        scene.isCompound = use != null && use.compound.get(sighting.site());
        scene.isRepeated = use != null && use.repeated.get(sighting.site());
        return scene;
    }

    private String nameOf(SightedRace race, Scene scene) {
        return switch (race.kind()) {
            case FIELD -> race.name();
            case COLLECTION -> "a collection (" + race.name() + ")";
            case OBJECT -> withArticle(race.name());
            case ELEMENT ->
                    scene.isRecorded
                            ? "element " + scene.operation + " of " + names.object(scene.object)
                            : "an element of an array";
        };
    }

    private static String withArticle(String name) {
        return ("AEIOUaeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private String sentence(SightedRace race, String name) {
        return told(race.earlier(), race.kind())
                + " "
                + name
                + at(race.earlier())
                + ", and "
                + told(race.later(), race.kind())
                + " it"
                + at(race.later())
                + "; nothing orders the two.";
    }

    private String told(Sighting sighting, Kind kind) {
        String verb =
                kind == Kind.COLLECTION || kind == Kind.OBJECT
                        ? sighting.isWrite() ? " changes" : " looks into"
                        : sighting.isWrite() ? " writes" : " reads";
        return names.lane(sighting.lane()) + verb;
    }

    private String at(Sighting sighting) {
        int line = names.line(sighting.site());
        return line == 0 ? "" : " at line " + line;
    }

    private Finding.Access access(SightedRace race, Scene scene) {
        Sighting sighting = scene.sighting;
        return new Finding.Access(
                sighting.lane(),
                names.line(sighting.site()),
                sighting.isWrite(),
                scene.isRecorded ? Values.of(race.type(), scene.value, names) : "",
                scene.holds(names),
                sighting.stack());
    }
}
