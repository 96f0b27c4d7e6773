package dev.interleave.server.run;

import dev.interleave.sandbox.capacity.Admission;
import dev.interleave.server.child.Compilers;
import dev.interleave.server.child.Runners;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All runs of this server. Safe for use by several threads.
public final class Runs implements AutoCloseable {
    private static final int MAX_WAITING = 200;
    private static final int MAX_WAITING_OF_ONE = 8;

    private final Compilers compilers;
    private final Runners runners;
    private final Admission admission;
    private final RunStore store;
    private final Set<Run> active = ConcurrentHashMap.newKeySet();

    /// Runs at most `maxRuns` programs at once.
    public Runs(Compilers compilers, Runners runners, int maxRuns, RunStore store) {
        this.compilers = compilers;
        this.runners = runners;
        this.admission = new Admission(maxRuns, MAX_WAITING, MAX_WAITING_OF_ONE);
        this.store = store;
    }

    /// Starts a run, or puts it in the queue; empty when that is full.
    public Optional<RunHandle> tryStart(RunRequest request, RunListener listener) {
        return admission
                .tryEnter(request.client(), (position, _) -> queued(listener, position))
                .map(ticket -> {
                    var run = new Run(request, listener, ticket, compilers, runners, store);
                    active.add(run);
                    Thread.ofPlatform()
                            .name("run")
                            .start(() -> {
                                run.run();
                                active.remove(run);
                            });
                    return run;
                });
    }

    private static void queued(RunListener listener, int position) {
        if (position > 0) {
            listener.queued(position);
        }
    }

    /// Stops all.
    @Override
    public void close() {
        active.forEach(Run::stop);
    }
}
