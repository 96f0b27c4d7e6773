var counter = new Counter();
var workers = new ArrayList<Thread>();
var builder = Thread.ofPlatform().name("worker-", 1); // worker-1, worker-2, …

for (int i = 0; i < 10; i++) {
    workers.add(builder.start(() -> {
        synchronized (counter) {
            int seen = counter.value;
            work(3); // time for the others to get in the way
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

double work(int millions) { // keeps a processor busy
    double sum = 0;
    for (int i = 0; i < millions * 1_000_000; i++) {
        sum += Math.sqrt(i);
    }
    return sum;
}
