// outcomes: 1, 2
void main() throws InterruptedException {
    var last = new AtomicInteger();
    Thread one = Thread.ofPlatform().start(() -> sleepAndSet(last, 1));
    Thread two = Thread.ofPlatform().start(() -> sleepAndSet(last, 2));
    one.join();
    two.join();
    tell("" + last.get());
}

static void sleepAndSet(AtomicInteger last, int value) {
    try {
        Thread.sleep(10 * value);
    } catch (InterruptedException e) {
        return;
    }
    last.set(value);
}
