static final int TIMES = 200_000;

final Queue<Integer> numbers = new ConcurrentLinkedQueue<>(); // made for many threads
final CountDownLatch ready = new CountDownLatch(2);

void main() throws InterruptedException {
    Thread left = Thread.ofPlatform().name("left").start(this::add);
    Thread right = Thread.ofPlatform().name("right").start(this::add);
    left.join();
    right.join();

    IO.println("Added: " + 2 * TIMES);
    IO.println("Arrived: " + numbers.size());
}

void add() {
    waitForBoth();
    for (int i = 0; i < TIMES; i++) {
        numbers.add(i);
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
