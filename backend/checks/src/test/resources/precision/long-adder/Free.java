final LongAdder hits = new LongAdder();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(hits::increment);
    hits.increment();
    other.join();
    IO.println(hits.sum());
}
