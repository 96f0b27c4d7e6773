package dev.interleave.compiler;

/// Programs that are compiled for their effect on the compiler.
final class WarmUp {
    /// Reads most of what lessons use into a new javac's symbol table.
    static final String PREPARATION =
            """
            var threads = new ArrayList<Thread>();
            final Object lock = new Object();
            synchronized void step(int n) { IO.println("step " + n); }
            record Pair<A, B>(A left, B right) {}
            var counter = new AtomicInteger();
            var latch = new CountDownLatch(1);
            var queue = new ArrayBlockingQueue<Pair<String, Integer>>(1);
            var map = new ConcurrentHashMap<String, List<Integer>>();
            ReentrantLock mutex = new ReentrantLock();
            for (int i = 0; i < 2; i++) {
                int n = i;
                threads.add(Thread.ofVirtual().start(() -> { synchronized (lock) { step(n); } }));
            }
            for (var thread : threads) thread.join();
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> future = executor.submit(() -> counter.incrementAndGet());
                System.out.println(future.get());
            }
            CompletableFuture.supplyAsync(() -> 1).thenApply(n -> n + 1).join();
            var sum = Stream.of(1, 2).map(n -> n * 2).collect(Collectors.toList());
            map.computeIfAbsent("a", _ -> new CopyOnWriteArrayList<>()).add(1);
            """;

    private WarmUp() {}
}
