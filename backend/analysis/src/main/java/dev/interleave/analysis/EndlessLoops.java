package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
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
/// Whether a program ends can't be known. What is told is what was seen: in thousands of steps in
/// which everybody had a turn, so that it can't be the schedule's fault [1], these threads did not
/// come to their end. When nothing changed meanwhile that another thread could see, nothing will:
/// then it is a livelock. When something did, it may be a loop without end or a very long one, and
/// that is what the sentence says.
///
/// [1] Musuvathi and Qadeer, "Fair Stateless Model Checking", PLDI 2008.
final class EndlessLoops implements Analyzer {
    /// So many of a lane's latest places are where it goes round.
    private static final int LATEST = 64;

    private static final int MOST_LANES = 8;

    private final LaneStates states;
    private final Names names;
    private final Surroundings surroundings;
    private final Consumer<Finding> findings;
    private final Map<Integer, Round> rounds = new HashMap<>();
    private @Nullable CutOff cutOff;

    EndlessLoops(
            LaneStates states, Names names, Surroundings surroundings, Consumer<Finding> findings) {
        this.states = states;
        this.names = names;
        this.surroundings = surroundings;
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
        if (cutOff != null) {
            tell(cutOff);
        }
    }

    private void tell(CutOff how) {
        var going = new ArrayList<Lane>();
        var waiting = new ArrayList<Lane>();
        for (Lane lane : states.lanes()) {
            Round round = rounds.get(lane.number);
            if (round != null && round.lastNanos >= how.lastPartNanos()) {
                going.add(lane);
            } else if (!surroundings.isDaemon(lane.number)) {
                waiting.add(lane);
            }
        }
        var lines = new TreeSet<Integer>();
        var places = new ArrayList<String>();
        for (Lane lane : going.subList(0, Math.min(MOST_LANES, going.size()))) {
            SortedSet<Integer> own = linesOf(rounds.getOrDefault(lane.number, new Round()));
            lines.addAll(own);
            places.add(names.lane(lane.number) + " " + at(own));
        }
        var lanes = new ArrayList<Integer>();
        going.forEach(lane -> lanes.add(lane.number));
        waiting.forEach(lane -> lanes.add(lane.number));
        Collections.sort(lanes);
        findings.accept(
                new Finding(
                        how.hasChanged() ? FindingKind.ENDLESS : FindingKind.LIVELOCK,
                        opening(how)
                                + (places.isEmpty() ? "" : ": " + String.join(", ", places))
                                + "."
                                + (waiting.isEmpty() ? "" : " " + waits(waiting))
                                + closing(how),
                        List.copyOf(lines),
                        lanes));
    }

    private static String opening(CutOff how) {
        return how.hasChanged()
                ? String.format(
                        Locale.ROOT,
                        "No end after %,d steps, in the last %,d of which everybody had a turn",
                        how.steps(),
                        how.fairSteps())
                : "The threads go on and on, and nothing changes any more";
    }

    private static String closing(CutOff how) {
        if (!how.hasChanged()) {
            return "";
        }
        return how.othersEndWithin() > 0
                ? String.format(
                        Locale.ROOT,
                        " Other schedules end within %,d steps.",
                        how.othersEndWithin())
                : " It goes on for ever, or for longer than a schedule may.";
    }

    private String waits(List<Lane> waiting) {
        Lane first = waiting.getFirst();
        int line = names.line(first.site);
        String others =
                waiting.size() == 1 ? " waits" : " and " + (waiting.size() - 1) + " more wait";
        return names.lane(first.number)
                + others
                + " meanwhile"
                + (line == 0 || waiting.size() > 1 ? "." : " at line " + line + ".");
    }

    private SortedSet<Integer> linesOf(Round round) {
        var lines = new TreeSet<Integer>();
        for (int site : round.sites) {
            int line = names.line(site);
            if (line > 0) {
                lines.add(line);
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
