final AtomicInteger exact = new AtomicInteger();
final AtomicInteger lossy = new AtomicInteger();

void main() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    var builder = Thread.ofPlatform().name("adder-", 1); // adder-1, adder-2, …
    for (int i = 0; i < 10; i++) {
        threads.add(builder.start(this::addOneToBoth));
    }
    for (Thread thread : threads) {
        thread.join();
    }

    IO.println("In one step: " + exact.get());
    IO.println("In two steps: " + lossy.get());
}

void addOneToBoth() {
    exact.incrementAndGet(); // reads, adds and writes, indivisibly

    int seen = lossy.get();
    pause(20); // time for the others to get in between
    lossy.set(seen + 1);
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
