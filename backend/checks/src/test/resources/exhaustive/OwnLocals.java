// outcomes: 1 1
void main() throws InterruptedException {
    var local = ThreadLocal.withInitial(() -> new int[1]);
    var seen = new AtomicIntegerArray(2);
    for (int i = 0; i < 2; i++) {
        int index = i;
        Thread.ofPlatform().start(() -> seen.set(index, ++local.get()[0])).join();
    }
    var one = Thread.ofPlatform().start(() -> seen.set(0, ++local.get()[0]));
    var two = Thread.ofPlatform().start(() -> seen.set(1, ++local.get()[0]));
    one.join();
    two.join();
    tell(seen.get(0) + " " + seen.get(1));
}
