final AtomicInteger done = new AtomicInteger();
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        done.incrementAndGet();
        data = 42; // here
    });
    if (done.get() == 1) {
        IO.println(data); // here
    }
    writer.join();
}
