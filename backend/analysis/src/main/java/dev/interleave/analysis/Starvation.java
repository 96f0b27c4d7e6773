package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tells of threads that did not get what they wanted in a schedule that was cut off, although
/// everybody had a turn, while others took it again and again.
///
/// Where all who took it were themselves trying in vain for something that one of them took, they
/// give way to each other: that is a livelock if other schedules end, and else may be their way to
/// work. Everybody else starves: who waits all the time, and who tries and does nothing else, or
/// keeps a program from ending that others of its schedules end.
final class Starvation {
    private static final int MOST_NAMED = 3;

    private final Wants wants;
    private final Names names;
    private final Consumer<Finding> findings;

    Starvation(Wants wants, Names names, Consumer<Finding> findings) {
        this.wants = wants;
        this.names = names;
        this.findings = findings;
    }

    /// Tells what there is to tell, and whether there was anything.
    boolean hasTold(CutOff how) {
        List<Want> unmet = wants.unmet(how.mostNanos(), how.lastPartNanos());
        List<Want> mutual = mutual(unmet);
        if (!mutual.isEmpty() && how.doOthersEnd()) {
            tellLivelock(mutual, how);
            return true;
        }
        Map<Integer, List<Want>> byObject =
                unmet.stream()
                        .filter(want -> want.tries() == 0 || want.isAll() || how.doOthersEnd())
                        .collect(
                                Collectors.groupingBy(
                                        Want::object, LinkedHashMap::new, Collectors.toList()));
        byObject.values().forEach(same -> tellStarvation(same, how));
        return !byObject.isEmpty();
    }

    /// Those who try for what only such as they take.
    private static List<Want> mutual(List<Want> unmet) {
        var mutual = new ArrayList<>(unmet);
        mutual.removeIf(want -> want.tries() == 0);
        boolean isSmaller = true;
        while (isSmaller) {
            var lanes = new HashSet<Integer>();
            mutual.forEach(want -> lanes.add(want.lane()));
            isSmaller = mutual.removeIf(want -> !lanes.containsAll(want.takers().keySet()));
        }
        return mutual;
    }

    private void tellLivelock(List<Want> mutual, CutOff how) {
        var tries = new ArrayList<String>();
        for (Want want : mutual) {
            tries.add(
                    names.lane(want.lane()) + (tries.isEmpty() ? " tried " : " ") + triesOf(want));
        }
        tell(
                FindingKind.LIVELOCK,
                "The threads give way to each other, and none gets on: "
                        + span(how)
                        + " "
                        + shortened(tries)
                        + ".",
                mutual,
                how);
    }

    private void tellStarvation(List<Want> same, CutOff how) {
        Want want = same.getFirst();
        tell(
                FindingKind.STARVATION,
                names.lane(want.lane())
                        + " starves"
                        + others(same)
                        + ": "
                        + span(how)
                        + " it "
                        + (want.tries() == 0
                                ? "waited for " + goal(want)
                                : "tried " + triesOf(want))
                        + ", and "
                        + takers(want)
                        + ".",
                same,
                how);
    }

    private void tell(FindingKind kind, String text, List<Want> about, CutOff how) {
        var lanes = new TreeSet<Integer>();
        about.forEach(want -> lanes.add(want.lane()));
        about.forEach(want -> lanes.addAll(want.takers().keySet()));
        findings.accept(
                new Finding(
                        kind,
                        text + (how.doOthersEnd() ? " Other schedules end." : ""),
                        Lines.of(names, about.stream().mapToInt(Want::site).toArray()),
                        List.copyOf(lanes)));
    }

    private String others(List<Want> same) {
        return same.size() == 2
                ? ", and so does " + names.lane(same.getLast().lane())
                : more(same.size() - 1, ", and so do ", " more");
    }

    private static String span(CutOff how) {
        return String.format(
                Locale.ROOT,
                "in the last %,d steps, in which everybody had a turn,",
                how.mostSteps());
    }

    private String triesOf(Want want) {
        return times(want.tries()) + " in vain to get " + goal(want);
    }

    private String goal(Want want) {
        int line = names.line(want.site());
        return (want.isPermits() ? "permits of " : "")
                + names.object(want.object())
                + (line == 0 ? "" : " at line " + line);
    }

    private String takers(Want want) {
        String took = want.isPermits() ? " took some " : " took it ";
        var named = new ArrayList<String>();
        want.takers()
                .forEach((lane, count) ->
                        named.add(
                                names.lane(lane) + (named.isEmpty() ? took : " ") + times(count)));
        return shortened(named);
    }

    private static String shortened(List<String> items) {
        return items.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + more(items.size() - MOST_NAMED, ", and ", " more");
    }

    private static String more(int count, String before, String after) {
        return count <= 0 ? "" : before + count + after;
    }

    private static String times(int count) {
        return String.format(Locale.ROOT, "%,d times", count);
    }
}
