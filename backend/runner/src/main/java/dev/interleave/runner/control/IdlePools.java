package dev.interleave.runner.control;

import java.util.Set;

/// Which threads wait for work that nobody has: being there forever harms nobody.
final class IdlePools {
    private static final Set<String> IDLE =
            Set.of(
                    "java.util.concurrent.ThreadPoolExecutor.getTask",
                    "java.util.concurrent.ForkJoinPool.awaitWork",
                    "java.util.concurrent.DelayScheduler.loop",
                    "java.util.TimerThread.mainLoop");

    private IdlePools() {}

    static boolean isIdle(Fiber fiber) {
        return fiber.isInside(IDLE);
    }
}
