volatile int[] cells;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        var fresh = new int[2];
        fresh[0] = 1;
        fresh[1] = 2;
        cells = fresh;
    });
    int[] seen = cells;
    if (seen != null) {
        IO.println(seen[0] + seen[1]);
    }
    writer.join();
}
