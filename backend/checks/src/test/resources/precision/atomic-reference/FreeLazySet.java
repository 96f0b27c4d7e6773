final AtomicReference<int[]> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> {
        int[] fresh = {0};
        fresh[0] = 1;
        shared.lazySet(fresh); // a release
    });
    int[] seen = shared.getAcquire();
    if (seen != null) {
        IO.println(seen[0]);
    }
    maker.join();
}
