package dev.interleave.checks;

/// Programs that more than one test runs.
final class Programs {
    /// Two threads that take two monitors crosswise, once both hold one.
    static final String MONITOR_DEADLOCK =
            """
            var a = new Object();
            var b = new Object();
            var met = new java.util.concurrent.CyclicBarrier(2, () -> IO.println("both"));
            void take(Object one, Object other) {
                synchronized (one) {
                    try {
                        met.await();
                    } catch (Exception e) {
                        return;
                    }
                    synchronized (other) { IO.println("not reached"); }
                }
            }
            var first = Thread.ofPlatform().name("first").start(() -> take(a, b));
            var second = Thread.ofPlatform().name("second").start(() -> take(b, a));
            first.join();
            second.join();
            """;

    /// The same with locks.
    static final String LOCK_DEADLOCK =
            """
            import java.util.concurrent.CyclicBarrier;
            import java.util.concurrent.locks.ReentrantLock;
            var a = new ReentrantLock();
            var b = new ReentrantLock();
            var met = new CyclicBarrier(2);
            void meet() {
                try {
                    met.await();
                } catch (Exception e) {
                    return;
                }
            }
            var first = Thread.ofPlatform().name("first").start(() -> { a.lock(); meet(); b.lock(); });
            var second = Thread.ofPlatform().name("second").start(() -> { b.lock(); meet(); a.lock(); });
            first.join();
            second.join();
            """;

    /// The same with one of each.
    static final String MIXED_DEADLOCK =
            """
            import java.util.concurrent.CyclicBarrier;
            import java.util.concurrent.locks.ReentrantLock;
            var monitor = new Object();
            var lock = new ReentrantLock();
            var met = new CyclicBarrier(2);
            void meet() {
                try {
                    met.await();
                } catch (Exception e) {
                    return;
                }
            }
            void monitorFirst() { synchronized (monitor) { meet(); lock.lock(); } }
            void lockFirst() { lock.lock(); meet(); synchronized (monitor) { } }
            var first = Thread.ofPlatform().name("first").start(() -> monitorFirst());
            var second = Thread.ofPlatform().name("second").start(() -> lockFirst());
            first.join();
            """;

    /// Two threads that wait for each other's end.
    static final String JOIN_CYCLE =
            """
            Thread[] threads = new Thread[2];
            var both = new java.util.concurrent.CountDownLatch(2);
            void join(int which) {
                try {
                    both.countDown();
                    both.await();
                    threads[which].join();
                } catch (InterruptedException e) {
                    return;
                }
            }
            threads[0] = Thread.ofPlatform().name("first").unstarted(() -> join(1));
            threads[1] = Thread.ofPlatform().name("second").unstarted(() -> join(0));
            threads[1].start();
            threads[0].start();
            """;

    /// Platform threads until there are too many.
    static final String THREAD_BOMB =
            """
            IO.println("before");
            var never = new java.util.concurrent.CountDownLatch(1);
            while (true) {
                Thread.ofPlatform().start(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                });
            }
            """;

    private Programs() {}
}
