package dev.interleave.server.run;

import dev.interleave.server.run.RunSummary.Timing;

import java.time.Duration;

/// Where a run's time goes. Confined to the run's thread.
final class RunClock {
    private final long asked = System.nanoTime();
    private long admitted;
    private long compiled;
    private long started;
    private long firstEvent;
    private long ended;
    private Duration cpu = Duration.ZERO;

    void admitted() {
        admitted = System.nanoTime();
    }

    void compiled(Duration used) {
        compiled = System.nanoTime();
        cpu = cpu.plus(used);
    }

    void started() {
        started = System.nanoTime();
    }

    void traced() {
        if (firstEvent == 0) {
            firstEvent = System.nanoTime();
        }
    }

    void ended(Duration used) {
        ended = System.nanoTime();
        cpu = cpu.plus(used);
    }

    /// The times so far; what has not been reached counts as zero.
    Timing timing() {
        return new Timing(
                millis(asked, admitted),
                millis(admitted, compiled),
                millis(compiled, started),
                millis(asked, firstEvent),
                millis(started, ended),
                cpu.toMillis());
    }

    private static long millis(long from, long to) {
        return from == 0 || to == 0 ? 0 : (to - from + 500_000) / 1_000_000;
    }
}
