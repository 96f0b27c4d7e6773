int data;

void main() {
    try (var pool = Executors.newFixedThreadPool(1)) {
        data = 1;
        pool.execute(() -> IO.println(data));
    }
}
