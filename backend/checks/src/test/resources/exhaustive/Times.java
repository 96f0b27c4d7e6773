// outcomes: early, late
void main() throws InterruptedException {
    var end = new AtomicLong();
    Thread one = Thread.ofPlatform().start(() -> end.set(System.nanoTime()));
    long mine = System.nanoTime();
    one.join();
    tell(mine < end.get() ? "early" : "late");
}
