final AtomicReference<int[]> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> {
        int[] fresh = {0};
        shared.set(fresh);
        fresh[0] = 1; // here
    });
    int[] seen = shared.get();
    if (seen != null) {
        IO.println(seen[0]); // here
    }
    maker.join();
}
