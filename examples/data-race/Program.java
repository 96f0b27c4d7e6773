static final int TIMES = 100_000;

int counter; // anybody may read and write it, and nobody guards it
final CountDownLatch ready = new CountDownLatch(2);

void main() throws InterruptedException {
    Thread left = Thread.ofPlatform().name("left").start(this::count);
    Thread right = Thread.ofPlatform().name("right").start(this::count);
    left.join();
    right.join();

    IO.println("Added: " + 2 * TIMES);
    IO.println("Arrived: " + counter);
}

void count() {
    waitForBoth();
    for (int i = 0; i < TIMES; i++) { // counter++, drawn apart
        int seen = counter;
        Thread.onSpinWait(); // a tiny moment
        counter = seen + 1;
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
