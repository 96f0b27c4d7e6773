static final int LIMIT = 300_000;

void main() throws ExecutionException, InterruptedException {
    IO.println("Threads: " + withThreads());
    IO.println("Async: " + withAsync());
    IO.println("Data-parallel: " + withStream());
}

long withThreads() throws InterruptedException {
    var found = new AtomicLong();
    Thread low = Thread.ofPlatform().name("low").start(() -> found.addAndGet(primes(2, LIMIT / 2)));
    Thread high = Thread.ofPlatform().name("high").start(() -> found.addAndGet(primes(LIMIT / 2, LIMIT)));
    low.join();
    high.join();
    return found.get();
}

long withAsync() throws ExecutionException, InterruptedException {
    var threads = Thread.ofVirtual().name("task-", 1).factory(); // task-1, task-2
    try (var tasks = Executors.newThreadPerTaskExecutor(threads)) {
        Future<Long> low = tasks.submit(() -> primes(2, LIMIT / 2));
        Future<Long> high = tasks.submit(() -> primes(LIMIT / 2, LIMIT));
        return low.get() + high.get();
    }
}

long withStream() {
    return IntStream.range(2, LIMIT).parallel().filter(this::isPrime).count();
}

long primes(int from, int to) {
    return IntStream.range(from, to).filter(this::isPrime).count();
}

boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
        if (number % divisor == 0) {
            return false;
        }
    }
    return true;
}
