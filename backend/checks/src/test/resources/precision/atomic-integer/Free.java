final AtomicInteger done = new AtomicInteger();
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        done.incrementAndGet();
    });
    if (done.get() == 1) {
        IO.println(data);
    }
    writer.join();
}
