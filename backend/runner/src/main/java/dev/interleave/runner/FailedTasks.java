package dev.interleave.runner;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Tasks that failed and at whose future nobody has looked yet. Any thread.
final class FailedTasks {
    /// More than that nobody reads.
    private static final int MOST = 1_000;

    /// Guarded by itself; held for a look-up, and never while anything else is waited for.
    private final IdentityHashMap<Object, Finding> unseen = new IdentityHashMap<>();

    /// A task failed. A future with dependents hands its failure on to them.
    void add(Object future, int lane, String laneName, Throwable thrown) {
        if (future instanceof CompletableFuture<?> stage && stage.getNumberOfDependents() > 0) {
            return;
        }
        var finding =
                new Finding(
                        FindingKind.UNCAUGHT_EXCEPTION,
                        "A task on "
                                + laneName
                                + " failed with "
                                + Throwables.describe(thrown)
                                + ", and nobody asked its future.",
                        Throwables.lineOf(thrown).stream().boxed().toList(),
                        List.of(lane));
        synchronized (unseen) {
            if (unseen.size() < MOST) {
                unseen.put(future, finding);
            }
        }
    }

    /// Somebody looks how a task ended.
    void seen(Object future) {
        synchronized (unseen) {
            if (!unseen.isEmpty()) {
                unseen.remove(future);
            }
        }
    }

    /// What nobody has looked at, by now.
    List<Finding> findings() {
        synchronized (unseen) {
            return List.copyOf(unseen.values());
        }
    }
}
