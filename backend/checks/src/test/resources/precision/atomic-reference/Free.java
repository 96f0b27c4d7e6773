final AtomicReference<int[]> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> {
        int[] fresh = {0};
        fresh[0] = 1;
        shared.set(fresh);
    });
    int[] seen = shared.get();
    if (seen != null) {
        IO.println(seen[0]);
    }
    maker.join();
}
