package dev.interleave.runner.control;

import dev.interleave.analysis.races.Race;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How one schedule ends. What goes wrong first counts.
final class Fate {
    private Verdict.Kind kind = Verdict.Kind.PASSED;
    private @Nullable String failure;
    private @Nullable Throwable mainThrew;

    /// Something went wrong.
    void fail(Verdict.Kind how, String key) {
        if (failure == null) {
            kind = how;
            failure = key;
        }
    }

    /// It is too long.
    void cutOff() {
        kind = Verdict.Kind.CUT;
    }

    /// An exception ended the main thread.
    void mainThrew(Throwable thrown) {
        mainThrew = thrown;
    }

    boolean isStuck() {
        return kind == Verdict.Kind.STUCK;
    }

    /// The whole of it; `isChosen` says that the strategy chose all steps.
    Verdict verdict(List<Race> races, boolean isChosen, long hash) {
        if (failure == null && !races.isEmpty()) {
            failure = keyOf(races.getFirst());
            kind = kind == Verdict.Kind.CUT ? kind : Verdict.Kind.RACED;
        }
        boolean isComplete = isChosen && kind != Verdict.Kind.CUT && kind != Verdict.Kind.STUCK;
        return new Verdict(kind, failure == null ? "" : failure, isComplete, hash, mainThrew);
    }

    private static String keyOf(Race race) {
        int earlier = race.earlier().site();
        int later = race.later().site();
        return "race "
                + Engine.variableOf(race)
                + " "
                + Math.min(earlier, later)
                + " "
                + Math.max(earlier, later);
    }
}
