package dev.interleave.runner;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.probe.TaskProbes;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Tasks that failed, until the end shows at whose future nobody has looked. Any thread.
final class FailedTasks {
    /// More than that nobody reads.
    private static final int MOST = 1_000;

    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /// A failure.
    ///
    /// @param future the task's future
    /// @param finding what is to be said unless somebody looks
    private record Failure(Object future, Finding finding) {}

    /// A task failed, with something other than an interrupt: that is how one ends tasks.
    void add(Object future, int lane, String laneName, Throwable thrown) {
        if (thrown instanceof InterruptedException || count.incrementAndGet() > MOST) {
            return;
        }
        failures.add(
                new Failure(
                        future,
                        new Finding(
                                FindingKind.UNCAUGHT_EXCEPTION,
                                "A task on "
                                        + laneName
                                        + " failed with "
                                        + Throwables.describe(thrown)
                                        + ", and nobody asked its future.",
                                Throwables.lineOf(thrown).stream().boxed().toList(),
                                List.of(lane))));
    }

    /// What nobody has looked at, by now.
    List<Finding> findings() {
        return failures.stream()
                .filter(failure -> !TaskProbes.isResultSeen(failure.future()))
                .map(Failure::finding)
                .toList();
    }
}
