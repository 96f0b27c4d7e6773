// ends: OverLimit
void main() throws InterruptedException {
    Thread hoarder = Thread.ofPlatform().start(() -> {
        var hoard = new ArrayList<long[]>();
        while (true) {
            hoard.add(new long[1 << 20]);
        }
    });
    hoarder.join();
}
