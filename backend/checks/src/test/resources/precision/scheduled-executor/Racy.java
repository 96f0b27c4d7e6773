int data;

void main() throws Exception {
    try (var pool = Executors.newScheduledThreadPool(1)) {
        Future<?> later = pool.schedule(() -> data++, 10, TimeUnit.MILLISECONDS); // here
        data++; // here
        later.get();
    }
}
