int data;

void main() throws Exception {
    try (var pool = Executors.newScheduledThreadPool(1)) {
        data = 1;
        Future<?> later = pool.schedule(() -> data++, 10, TimeUnit.MILLISECONDS);
        later.get();
        IO.println(data);
    }
}
