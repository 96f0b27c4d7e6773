package dev.interleave.compiler;

import java.util.List;

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

    private static final String COMPACT =
            """
            import java.util.concurrent.locks.*;

            volatile boolean done;
            final Lock lock = new ReentrantLock();
            final Map<String, Integer> stock = new HashMap<>();

            sealed interface Move permits Take, Put {}
            record Take(String what) implements Move {}
            record Put(String what, int count) implements Move {}

            synchronized void apply(Move move) {
                switch (move) {
                    case Take(var what) -> stock.merge(what, -1, Integer::sum);
                    case Put(var what, int count) -> stock.merge(what, count, Integer::sum);
                }
            }

            void main() throws Exception {
                var workers = IntStream.range(0, 3)
                        .mapToObj(n -> Thread.ofPlatform().name("worker-" + n).start(() -> {
                            lock.lock();
                            try {
                                apply(new Put("apple", n));
                            } finally {
                                lock.unlock();
                            }
                        }))
                        .toList();
                for (var worker : workers) {
                    worker.join();
                }
                try (var scope = StructuredTaskScope.open()) {
                    var answer = scope.fork(() -> 42);
                    scope.join();
                    IO.println(answer.get() + " " + stock);
                }
                done = true;
            }
            """;

    private static final String TYPES =
            """
            import java.util.*;

            class Buffer<T> {
                private final Deque<T> items = new ArrayDeque<>();

                synchronized void put(T item) throws InterruptedException {
                    while (items.size() == 2) wait();
                    items.add(item);
                    notifyAll();
                }

                synchronized T take() throws InterruptedException {
                    while (items.isEmpty()) wait();
                    T item = items.remove();
                    notifyAll();
                    return item;
                }
            }

            public class Main {
                enum State { NEW, DONE }
                private static volatile State state = State.NEW;

                public static void main(String[] args) throws InterruptedException {
                    var buffer = new Buffer<String>();
                    Thread producer = new Thread(new Runnable() {
                        @Override public void run() {
                            try {
                                for (int i = 0; i < 5; i++) buffer.put("item " + i);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }
                    });
                    producer.start();
                    for (int i = 0; i < 5; i++) System.out.printf("%s%n", buffer.take());
                    producer.join();
                    state = State.DONE;
                }
            }
            """;

    private static final String BROKEN =
            """
            int counter = 0
            Strin name = "x";
            for (int i = 0; i < 3; i++) { count++; }
            var done = missing();
            """;

    private static final int ROUNDS = 6;

    private WarmUp() {}

    /// Compiles until javac's own code is compiled.
    static void run(SnippetCompiler compiler) {
        for (int i = 0; i < ROUNDS; i++) {
            for (String program : List.of(PREPARATION, COMPACT, TYPES, BROKEN)) {
                compiler.compile(program);
                compiler.prepare();
            }
        }
    }
}
