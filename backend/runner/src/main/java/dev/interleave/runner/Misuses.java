package dev.interleave.runner;

import dev.interleave.analysis.Lines;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Misuses that the probes see at the place: waits that do not look again, collections used
/// together. Noted by the program's threads, told by the drain, which knows the names; each once.
final class Misuses {
    private final ConcurrentLinkedQueue<Misuse> noted = new ConcurrentLinkedQueue<>();
    private final Set<List<Integer>> told = new HashSet<>();

    private sealed interface Misuse {
        /// What two misuses have in common that are told once.
        List<Integer> key();
    }

    private record WaitedOnce(int lane, int site) implements Misuse {
        @Override
        public List<Integer> key() {
            return List.of(site);
        }
    }

    private record UsedTogether(
            int collection, String type, int first, int firstSite, int second, int secondSite)
            implements Misuse {
        @Override
        public List<Integer> key() {
            return List.of(collection, 0);
        }
    }

    void waitedOnce(int lane, int site) {
        noted.add(new WaitedOnce(lane, site));
    }

    void usedTogether(
            int collection, String type, int first, int firstSite, int second, int secondSite) {
        noted.add(new UsedTogether(collection, type, first, firstSite, second, secondSite));
    }

    /// Those that are new. For the drain only, once it knows the names of all that was announced.
    List<Finding> take(ObjectLabels names) {
        var findings = new ArrayList<Finding>();
        for (Misuse next = noted.poll(); next != null; next = noted.poll()) {
            if (told.add(next.key())) {
                findings.add(tell(next, names));
            }
        }
        return findings;
    }

    private static Finding tell(Misuse misuse, ObjectLabels names) {
        return switch (misuse) {
            case WaitedOnce(int lane, int site) ->
                    new Finding(
                            FindingKind.WAIT_NOT_IN_LOOP,
                            names.lane(lane)
                                    + " waits, and will not look again whether what it waited for"
                                    + " is true: it may be woken for nothing, or somebody may be"
                                    + " faster. Wait in a while loop that tests the condition.",
                            Lines.of(names, site),
                            List.of(lane));
            case UsedTogether use ->
                    new Finding(
                            FindingKind.UNSAFE_COLLECTION,
                            names.lane(use.first)
                                    + " and "
                                    + names.lane(use.second)
                                    + " use "
                                    + names.object(use.collection)
                                    + " with nothing that orders them, and at least one changes"
                                    + " it: "
                                    + use.type
                                    + " is made for one thread at a time.",
                            Lines.of(names, use.firstSite, use.secondSite),
                            List.of(use.first, use.second));
        };
    }
}
