int data;

void main() {
    try (var pool = Executors.newFixedThreadPool(1)) {
        pool.execute(() -> IO.println(data)); // here
        data = 1; // here
    }
}
