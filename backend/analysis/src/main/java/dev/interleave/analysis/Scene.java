package dev.interleave.analysis;

import dev.interleave.analysis.races.Sighting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the events say of an access that was sighted. Confined to the thread that folds.
final class Scene {
    private static final int MOST_NAMES = 10;

    final Sighting sighting;

    /// The monitors and locks that the thread holds there, alone or with other readers.
    final Set<Integer> held = new HashSet<>();

    /// Those of them that it shares with other readers.
    final Set<Integer> shared = new HashSet<>();

    /// Whether [#value] is known; then so are [#object] and [#operation].
    boolean isRecorded;

    long value;

    /// The instance or array, or 0.
    int object;

    /// The index of the element, or the variable's number.
    int operation;

    /// Whether this is the read or the write of a pair: the thread reads the variable, and what it
    /// does to it next is to write it.
    boolean isCompound;

    /// Whether the thread reads the variable at this very place more than once.
    boolean isRepeated;

    Scene(Sighting sighting) {
        this.sighting = sighting;
    }

    void holds(Held locks) {
        for (int i = 0; i < locks.count(); i++) {
            held.add(locks.object(i));
            if (locks.isShared(i)) {
                shared.add(locks.object(i));
            }
        }
    }

    /// The names of what it holds, in alphabetical order; some of them, where there are very many.
    List<String> holds(Names names) {
        return held.stream().map(names::object).sorted().limit(MOST_NAMES).toList();
    }
}
