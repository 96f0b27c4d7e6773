package dev.interleave.sandbox.testing;

import dev.interleave.sandbox.capacity.Later;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Later, when the test says so: its clock stands still until it is moved by hand.
public final class ManualLater implements Later {
    private record Task(Duration due, Runnable action) {}

    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public void run(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), task));
    }

    /// Runs what is due now, and what becomes due by that.
    public void runDue() {
        passTime(Duration.ZERO);
    }

    /// Moves the clock, and runs everything due on the way, in order.
    public void passTime(Duration time) {
        Duration end = now.plus(time);
        while (true) {
            Task next =
                    tasks.stream()
                            .filter(task -> task.due().compareTo(end) <= 0)
                            .min(Comparator.comparing(Task::due))
                            .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            tasks.remove(next);
            now = next.due();
            next.action().run();
        }
    }
}
