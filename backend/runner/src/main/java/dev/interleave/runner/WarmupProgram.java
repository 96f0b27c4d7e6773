package dev.interleave.runner;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/// What most programs do first; see [Warmup].
final class WarmupProgram {
    private static int count;

    private WarmupProgram() {}

    static void main() throws Exception {
        var lock = new ReentrantLock();
        Runnable task =
                () -> {
                    lock.lock();
                    try {
                        count++;
                    } finally {
                        lock.unlock();
                    }
                };
        task.run();
        Callable<String> call = () -> "count " + count + " of " + lock;
        Supplier<String> supply = Object.class::getName;
        IntUnaryOperator twice = x -> 2 * x;
        Thread platform = Thread.ofPlatform().name("platform-", 1).unstarted(task);
        Thread virtual = Thread.ofVirtual().unstarted(task);
        count +=
                call.call().length()
                        + supply.get().length()
                        + twice.applyAsInt(count)
                        + platform.getName().length()
                        + virtual.getName().length();
    }
}
