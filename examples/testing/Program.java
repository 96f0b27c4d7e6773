void main() throws InterruptedException {
    testConcurrentIncrement();
    IO.println("1 test, passed");
}

void testConcurrentIncrement() throws InterruptedException {
    var counter = new Counter();

    var threads = new ArrayList<Thread>();
    var builder = Thread.ofVirtual().name("test-", 1); // test-1, test-2, …
    for (int i = 0; i < 100; i++) {
        threads.add(builder.start(counter::increment));
    }
    for (Thread thread : threads) {
        thread.join();
    }

    assert counter.value() == 100 : "counted " + counter.value() + " instead of 100";
}

class Counter {
    private int value; // guarded by this

    synchronized void increment() {
        value++;
    }

    synchronized int value() {
        return value;
    }
}
