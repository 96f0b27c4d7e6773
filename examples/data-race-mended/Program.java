static final int TIMES = 100_000;

final AtomicInteger counter = new AtomicInteger();
final CountDownLatch ready = new CountDownLatch(2);

void main() throws InterruptedException {
    Thread left = Thread.ofPlatform().name("left").start(this::count);
    Thread right = Thread.ofPlatform().name("right").start(this::count);
    left.join();
    right.join();

    IO.println("Added: " + 2 * TIMES);
    IO.println("Arrived: " + counter.get());
}

void count() {
    waitForBoth();
    for (int i = 0; i < TIMES; i++) {
        counter.incrementAndGet(); // reads, adds and writes, in one step
    }
}

void waitForBoth() {
    try {
        ready.countDown();
        ready.await();
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
