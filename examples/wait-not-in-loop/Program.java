final Object counter = new Object();
final Queue<String> buns = new ArrayDeque<>(); // guarded by counter
final CountDownLatch arrived = new CountDownLatch(2);

void main() throws InterruptedException {
    Thread anna = Thread.ofPlatform().name("anna").start(this::buy);
    Thread ben = Thread.ofPlatform().name("ben").start(this::buy);

    arrived.await(); // both stand at the counter
    for (int i = 1; i <= 2; i++) {
        Thread.sleep(100); // in the oven
        synchronized (counter) {
            buns.add("bun " + i);
            counter.notifyAll(); // calls both
        }
    }

    anna.join();
    ben.join();
    IO.println("Buns left: " + buns.size());
}

void buy() {
    synchronized (counter) {
        arrived.countDown();
        try {
            if (buns.isEmpty()) {
                counter.wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts us here", e);
        }
        IO.println("Sold: " + buns.poll());
    }
}
