package dev.interleave.analysis.races;

import dev.interleave.analysis.races.Race.Access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What happens before what, as plainly as it can be said: each thread and each thing to
/// synchronise on carries the set of all accesses that happen before what comes next.
final class NaiveDetector {
    private final Map<Integer, Set<Access>> known = new HashMap<>();
    private final Map<Object, Set<Access>> told = new HashMap<>();
    private final Map<Object, List<Access>> accesses = new HashMap<>();

    void started(int parent, int child) {
        known(child).addAll(known(parent));
    }

    void joined(int thread, int ended) {
        known(thread).addAll(known(ended));
    }

    void acquire(int thread, Object sync) {
        known(thread).addAll(told.getOrDefault(sync, Set.of()));
    }

    void release(int thread, Object sync) {
        told.computeIfAbsent(sync, _ -> new HashSet<>()).addAll(known(thread));
    }

    /// All earlier accesses that race with this one, each of which has a site of its own.
    List<Access> access(Access access, Object variable) {
        Set<Access> before = known(access.thread());
        List<Access> all = accesses.computeIfAbsent(variable, _ -> new ArrayList<>());
        List<Access> racing =
                all.stream()
                        .filter(other -> other.isWrite() || access.isWrite())
                        .filter(other -> !before.contains(other))
                        .toList();
        all.add(access);
        before.add(access);
        return racing;
    }

    /// Whether several threads have accessed it.
    boolean isShared(Object variable) {
        return accesses.getOrDefault(variable, List.of()).stream()
                        .map(Access::thread)
                        .distinct()
                        .count()
                > 1;
    }

    private Set<Access> known(int thread) {
        return known.computeIfAbsent(thread, _ -> new HashSet<>());
    }
}
