int data;

void main() throws Exception {
    try (var pool = Executors.newFixedThreadPool(1)) {
        Future<?> future = pool.submit(() -> data = 1); // here
        IO.println(data); // here
        future.get();
    }
}
