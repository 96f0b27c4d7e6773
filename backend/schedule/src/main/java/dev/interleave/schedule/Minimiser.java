package dev.interleave.schedule;

import dev.interleave.model.control.Schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Makes a failing schedule simpler: fewest preemptions, then fewest turns, then the earliest last
/// turn. For one thread.
///
/// Leaves turns out, in ever smaller chunks (Zeller, Hildebrandt, "Simplifying and isolating
/// failure-inducing input", TSE 2002), and takes what was recorded as the next to simplify (as
/// Jalbert, Sen, "A trace simplification technique for effective debugging of concurrent programs",
/// FSE 2010). As leaving out may end where fewer other turns would do, it then tries every single
/// turn, the earliest first: most bugs need but one preemption (Musuvathi, Qadeer, "Iterative
/// context bounding for systematic testing of multithreaded programs", PLDI 2007).
public final class Minimiser {
    private final Trial trial;
    private int trialsLeft;
    private Trial.Failure best;

    private Minimiser(Trial.Failure failing, int maxTrials, Trial trial) {
        this.best = failing;
        this.trialsLeft = maxTrials;
        this.trial = trial;
    }

    /// The simplest schedule found that fails, `failing` itself when there is none.
    ///
    /// @param maxTrials how often the program may be run, 0 or more
    public static Trial.Failure minimise(Trial.Failure failing, int maxTrials, Trial trial) {
        var minimiser = new Minimiser(failing, maxTrials, trial);
        minimiser.minimise();
        return minimiser.best;
    }

    private void minimise() {
        accept(List.of());
        reduce();
        if (turns().size() > 1 && singles()) {
            reduce();
        }
        advance();
    }

    /// Leaves out chunks until no single turn can be left out.
    private void reduce() {
        int chunk = Math.max(1, turns().size() / 2);
        while (trialsLeft > 0 && !turns().isEmpty()) {
            boolean isShorter = false;
            int end = turns().size();
            while (end > 0 && trialsLeft > 0) {
                int from = Math.max(0, end - chunk);
                isShorter |= accept(without(turns(), from, end));
                end = Math.min(from, turns().size());
            }
            if (chunk > 1) {
                chunk = Math.min(chunk / 2, Math.max(1, turns().size() / 2));
            } else if (!isShorter) {
                return;
            }
        }
    }

    /// Tries every schedule of one turn, of the threads that have turns now.
    private boolean singles() {
        var threads = new TreeSet<Integer>();
        for (Schedule.Turn turn : turns()) {
            threads.add(turn.thread());
        }
        int decisions = Math.min(best.decisions(), best.schedule().inTurnFrom());
        for (int decision = 0; decision < decisions; decision++) {
            for (int thread : threads) {
                if (trialsLeft == 0) {
                    return false;
                }
                if (accept(List.of(new Schedule.Turn(decision, thread)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Moves the last turn to the earliest decision at which it still does.
    private void advance() {
        int size = turns().size();
        if (size == 0) {
            return;
        }
        Schedule.Turn last = turns().getLast();
        int from = size == 1 ? 0 : turns().get(size - 2).decision() + 1;
        for (int decision = from; decision < last.decision() && trialsLeft > 0; decision++) {
            var moved = new ArrayList<>(turns().subList(0, size - 1));
            moved.add(new Schedule.Turn(decision, last.thread()));
            if (accept(moved)) {
                return;
            }
        }
    }

    private List<Schedule.Turn> turns() {
        return best.schedule().turns();
    }

    /// Runs the candidate; it is the best now if it fails and what was recorded is simpler.
    private boolean accept(List<Schedule.Turn> turns) {
        if (trialsLeft == 0) {
            return false;
        }
        trialsLeft--;
        Schedule present = best.schedule();
        Optional<Trial.Failure> failure =
                trial.run(
                        new Schedule(
                                present.program(), present.shared(), turns, present.inTurnFrom()));
        if (failure.isEmpty() || !isSimpler(failure.get(), best)) {
            return false;
        }
        best = failure.get();
        return true;
    }

    private static boolean isSimpler(Trial.Failure one, Trial.Failure other) {
        if (one.preemptions() != other.preemptions()) {
            return one.preemptions() < other.preemptions();
        }
        List<Schedule.Turn> turns = one.schedule().turns();
        List<Schedule.Turn> others = other.schedule().turns();
        if (turns.size() != others.size()) {
            return turns.size() < others.size();
        }
        return !turns.isEmpty() && turns.getLast().decision() < others.getLast().decision();
    }

    private static List<Schedule.Turn> without(List<Schedule.Turn> turns, int from, int to) {
        var left = new ArrayList<>(turns.subList(0, from));
        left.addAll(turns.subList(to, turns.size()));
        return left;
    }
}
