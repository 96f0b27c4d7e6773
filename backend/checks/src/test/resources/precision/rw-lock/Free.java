final RwLock<int[]> cells = new RwLock<>(new int[1]);

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        try (var guard = cells.write()) {
            guard.get()[0]++;
        }
    });
    try (var guard = cells.read()) {
        IO.println(guard.get()[0]);
    }
    writer.join();
}
