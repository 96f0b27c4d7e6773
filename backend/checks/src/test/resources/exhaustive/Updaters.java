// outcomes: 0, 1, 2
static class Box {
    static final AtomicIntegerFieldUpdater<Box> VALUE =
            AtomicIntegerFieldUpdater.newUpdater(Box.class, "value");

    volatile int value;
}

void main() throws InterruptedException {
    var box = new Box();
    Thread one = Thread.ofPlatform().start(() -> {
        Box.VALUE.incrementAndGet(box);
        Box.VALUE.incrementAndGet(box);
    });
    int seen = box.value;
    one.join();
    tell("" + seen);
}
