package dev.interleave.sandbox.capacity;

import java.time.Duration;

/// Runs tasks on another thread, at once or later.
@FunctionalInterface
public interface Later {
    /// Runs the task when the delay is over.
    void run(Duration delay, Runnable task);

    /// One virtual thread a task. A task whose thread is interrupted before its time is dropped.
    static Later onVirtualThreads() {
        return (delay, task) ->
                Thread.ofVirtual()
                        .name("later")
                        .start(() -> {
                            try {
                                Thread.sleep(delay);
                            } catch (InterruptedException _) {
                                return;
                            }
                            task.run();
                        });
    }
}
