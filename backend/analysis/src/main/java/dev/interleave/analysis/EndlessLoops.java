package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Tells where threads go round and round in a schedule that was cut off.
///
/// Whether a program ends can't be known. In the thousands of steps before the end everybody had a
/// turn, so that it is not the schedule's fault [1]. When nothing changed meanwhile that another
/// thread could see, nothing will: that is a livelock. When something did, it is told where other
/// schedules end long before: then it is not just a long program, and a livelock when it was always
/// the same ([Repetition]). Else it may be one, and all that is said is where it is ([#places]).
/// Where threads are known not to get what they want, [Starvation] says more.
///
/// [1] Musuvathi and Qadeer, "Fair Stateless Model Checking", PLDI 2008.
final class EndlessLoops implements Analyzer {
    /// So many of a lane's latest places are where it goes round.
    private static final int LATEST = 64;

    private static final int MOST_LANES = 8;

    private final LaneStates states;
    private final Names names;
    private final Surroundings surroundings;
    private final Starvation starvation;
    private final Repetition repetition;
    private final Consumer<Finding> findings;
    private final Map<Integer, Round> rounds = new HashMap<>();
    private @Nullable CutOff cutOff;

    EndlessLoops(
            LaneStates states,
            Names names,
            Surroundings surroundings,
            Starvation starvation,
            Repetition repetition,
            Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.surroundings = surroundings;
        this.starvation = starvation;
        this.repetition = repetition;
        this.findings = findings;
    }

    /// Where a lane has been lately.
    private static final class Round {
        final int[] sites = new int[LATEST];
        int count;
        long lastNanos;
    }

    /// The schedule was cut off.
    void cutOff(CutOff how) {
        cutOff = how;
    }

    @Override
    public Set<EventKind> kinds() {
        return EnumSet.complementOf(EnumSet.of(EventKind.PREEMPTED));
    }

    @Override
    public void accept(Event event, Lane self) {
        if (event.site != 0) {
            Round round = rounds.computeIfAbsent(event.lane, _ -> new Round());
            round.sites[round.count++ % LATEST] = event.site;
            round.lastNanos = event.nanos;
        }
    }

    @Override
    public void end(RunEnd end) {
        CutOff how = cutOff;
        if (how == null || starvation.hasTold(how)) {
            return;
        }
        if (!how.hasChanged() || how.doOthersEnd()) {
            tell(how);
        }
    }

    private void tell(CutOff how) {
        boolean isSame = how.hasChanged() && repetition.isAllSince(how.mostNanos());
        var lines = new TreeSet<Integer>();
        var lanes = new TreeSet<Integer>();
        for (Lane lane : going(how)) {
            lanes.add(lane.number);
            lines.addAll(linesOf(lane));
        }
        waiting(how).forEach(lane -> lanes.add(lane.number));
        findings.accept(
                new Finding(
                        how.hasChanged() && !isSame ? FindingKind.ENDLESS : FindingKind.LIVELOCK,
                        opening(how, isSame) + ": " + places(how) + closing(how, isSame),
                        List.copyOf(lines),
                        List.copyOf(lanes)));
    }

    /// Where the threads of a schedule are that was cut off: a sentence that begins with a name.
    String places(CutOff how) {
        var places = new ArrayList<String>();
        List<Lane> going = going(how);
        for (Lane lane : going.subList(0, Math.min(MOST_LANES, going.size()))) {
            places.add(names.lane(lane.number) + " " + at(linesOf(lane)));
        }
        List<Lane> waiting = waiting(how);
        if (!waiting.isEmpty()) {
            places.add(waits(waiting));
        }
        return places.isEmpty() ? "nobody knows where." : String.join(", ", places) + ".";
    }

    private List<Lane> going(CutOff how) {
        return states.lanes().stream().filter(lane -> isGoing(lane, how)).toList();
    }

    private List<Lane> waiting(CutOff how) {
        return states.lanes().stream()
                .filter(lane -> !isGoing(lane, how) && !surroundings.isDaemon(lane.number))
                .toList();
    }

    private boolean isGoing(Lane lane, CutOff how) {
        Round round = rounds.get(lane.number);
        return round != null && round.lastNanos >= how.lastPartNanos();
    }

    private static String opening(CutOff how, boolean isSame) {
        if (isSame) {
            return String.format(
                    Locale.ROOT,
                    "In the last %,d steps, in which everybody had a turn, the threads did the same"
                            + " again and again",
                    how.mostSteps());
        }
        return how.hasChanged()
                ? String.format(
                        Locale.ROOT,
                        "No end after %,d steps, in the last %,d of which everybody had a turn",
                        how.steps(),
                        how.fairSteps())
                : "The threads go on and on, and nothing changes any more";
    }

    private static String closing(CutOff how, boolean isSame) {
        if (isSame) {
            return " Other schedules end.";
        }
        return how.hasChanged() ? " Other schedules end in less than a quarter of that." : "";
    }

    private String waits(List<Lane> waiting) {
        Lane first = waiting.getFirst();
        int line = names.line(first.site);
        if (waiting.size() > 1) {
            return names.lane(first.number) + " and " + (waiting.size() - 1) + " more wait";
        }
        return names.lane(first.number) + " waits" + (line == 0 ? "" : " at line " + line);
    }

    private SortedSet<Integer> linesOf(Lane lane) {
        var lines = new TreeSet<Integer>();
        Round round = rounds.get(lane.number);
        if (round != null) {
            for (int site : round.sites) {
                if (names.line(site) > 0) {
                    lines.add(names.line(site));
                }
            }
        }
        return lines;
    }

    private static String at(SortedSet<Integer> lines) {
        return switch (lines.size()) {
            case 0 -> "somewhere";
            case 1 -> "at line " + lines.first();
            default -> "between lines " + lines.first() + " and " + lines.last();
        };
    }
}
