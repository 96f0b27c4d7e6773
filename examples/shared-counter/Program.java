var counter = new Counter();
var workers = new ArrayList<Thread>();
var builder = Thread.ofPlatform().name("worker-", 1); // worker-1, worker-2, …

for (int i = 0; i < 10; i++) {
    workers.add(builder.start(() -> {
        synchronized (counter) {
            int seen = counter.value;
            pause(15); // time for the others to get in the way
            counter.value = seen + 1;
        }
    }));
}

for (Thread worker : workers) {
    worker.join();
}

IO.println("Result: " + counter.value);

class Counter {
    int value;
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
