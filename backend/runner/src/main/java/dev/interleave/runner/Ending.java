package dev.interleave.runner;

import dev.interleave.analysis.Analysis;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/// How the run ends: the first request wins, and the drain carries it out. Any thread may ask.
final class Ending {
    /// How long a drain may take before the virtual machine is halted all the same.
    private static final long PATIENCE_MILLIS = 3_000;

    private final AtomicReference<@Nullable RunOutcome> outcome = new AtomicReference<>();
    private volatile boolean isDraining;
    private volatile boolean isExit;
    private volatile boolean isStanding;

    /// Asks for the run to end like this; without effect when it already ends.
    void request(RunOutcome how) {
        outcome.compareAndSet(null, how);
    }

    /// Asks for the run to end as its time is up.
    void timesOut(RunLimits limits) {
        request(
                new RunOutcome.TimedOut(
                        "The program ran for too long: the limit is "
                                + limits.wallMillis()
                                + " ms."));
    }

    /// How it ends, or null while it goes on.
    @Nullable RunOutcome requested() {
        return outcome.get();
    }

    /// Nobody can move any more: the drain is to say why, and end the run.
    void stands() {
        isStanding = true;
    }

    boolean isStanding() {
        return isStanding;
    }

    /// Asks for the run to end as its threads stand still, for the reason that the records tell.
    void deadlocked(Analysis analysis) {
        Finding finding = analysis.standStill();
        request(new RunOutcome.Deadlocked("Deadlock: " + finding.message()));
    }

    /// The program ends itself, whatever its threads are doing.
    void exits() {
        isExit = true;
    }

    boolean isExit() {
        return isExit;
    }

    /// The drain has taken over: what follows is ours, not the program's.
    void drains() {
        isDraining = true;
    }

    boolean isDraining() {
        return isDraining;
    }

    /// Waits until the drain halts the virtual machine, and halts it itself if that never happens.
    /// Never returns.
    void awaitHalt() {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < deadline) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                // The program may interrupt any thread; that must not end the wait.
            }
        }
        isDraining = true;
        Runtime.getRuntime().halt(1);
    }
}
