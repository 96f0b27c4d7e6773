int data;

void main() {
    try (var pool = Executors.newSingleThreadExecutor()) {
        pool.execute(() -> data++);
        pool.execute(() -> data++); // by the same thread, one after the other
    }
    IO.println(data); // all is done when the pool is closed
}
