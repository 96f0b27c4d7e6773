final AtomicInteger hits = new AtomicInteger();
final AtomicLong bytes = new AtomicLong();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::count);
    count();
    other.join();
    IO.println(hits.get() + bytes.get());
}

void count() {
    hits.incrementAndGet();
    bytes.accumulateAndGet(10, Math::max);
}
