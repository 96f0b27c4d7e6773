// ends: Completed
void main() {
    var count = new AtomicInteger();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 1_000; i++) {
            pool.execute(count::incrementAndGet);
        }
    }
    IO.println(count);
}
