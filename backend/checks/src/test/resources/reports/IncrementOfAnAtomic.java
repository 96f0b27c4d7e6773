// nothing
final AtomicInteger counter = new AtomicInteger();

void count() {
    counter.incrementAndGet();
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::count);
    Thread b = Thread.ofPlatform().name("b").start(this::count);
    a.join();
    b.join();
}
