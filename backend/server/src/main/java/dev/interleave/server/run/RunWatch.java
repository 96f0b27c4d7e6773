package dev.interleave.server.run;

import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.server.child.Deadline;
import dev.interleave.server.child.RunnerProcess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// Ends a run from outside: at its limits, or when somebody says stop. First the runner is asked,
/// so that it sends what it has; one that does not heed is killed. Safe for use by several threads.
final class RunWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMillis(100);

    /// How long a runner may take to send what it has.
    private static final Duration GRACE = Duration.ofMillis(1_500);

    /// A search has to run once more what it found, before it can send it.
    private static final Duration GRACE_OF_SEARCH = Duration.ofSeconds(6);

    private final RunnerProcess runner;
    private final RunLimits limits;
    private final Duration grace;
    private final Deadline ticks;
    private final Deadline wall;
    private final AtomicReference<@Nullable RunOutcome> reason = new AtomicReference<>();

    RunWatch(RunnerProcess runner, RunRequest request) {
        this.runner = runner;
        this.limits = request.limits();
        this.grace = request.mode() == RunMode.EXPLORE ? GRACE_OF_SEARCH : GRACE;
        // The runner keeps its own time; this is for one that does not.
        Duration latest = Duration.ofMillis(limits.wallMillis()).plus(grace);
        this.wall = Deadline.after(latest, () -> end(timedOut()));
        this.ticks = Deadline.every(PERIOD, this::tick);
    }

    private RunOutcome timedOut() {
        return new RunOutcome.TimedOut(
                "The program ran for too long: the limit is " + limits.wallMillis() + " ms.");
    }

    private void tick() {
        if (runner.cpuTime().toMillis() > limits.cpuMillis()) {
            stop(
                    new RunOutcome.OverLimit(
                            Limit.CPU,
                            "The program used too much processor time: the limit is "
                                    + limits.cpuMillis()
                                    + " ms."));
        }
        if (runner.lastWordsBytes() > limits.outputBytes()) {
            stop(
                    new RunOutcome.OverLimit(
                            Limit.OUTPUT,
                            "The program printed too much: the limit is "
                                    + limits.outputBytes()
                                    + " bytes."));
        }
    }

    /// Asks the runner to end, and makes sure that it does. The first reason counts.
    void stop(RunOutcome why) {
        if (!reason.compareAndSet(null, why)) {
            return;
        }
        Deadline.after(grace, runner::kill);
        Thread.ofVirtual().start(this::ask);
    }

    private void ask() {
        try {
            runner.send(new RunnerCommand.StopRun());
        } catch (IOException e) {
            // It has gone by itself.
        }
    }

    private void end(RunOutcome why) {
        reason.compareAndSet(null, why);
        runner.kill();
    }

    /// Why it was ended from outside, or null.
    @Nullable RunOutcome reason() {
        return reason.get();
    }

    @Override
    public void close() {
        ticks.close();
        wall.close();
    }
}
