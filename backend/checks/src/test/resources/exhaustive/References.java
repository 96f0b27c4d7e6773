// outcomes: 0, 1, 3
void main() throws InterruptedException {
    var sum = new AtomicInteger();
    Thread adder = Thread.ofPlatform().start(() -> List.of(1, 2).forEach(sum::addAndGet));
    int seen = sum.get();
    adder.join();
    tell("" + seen);
}
