// outcomes: 1, 2, 3
void main() throws InterruptedException {
    var count = new AtomicInteger();
    Runnable add = () -> count.set(count.get() + 1);
    Thread one = Thread.ofPlatform().start(add);
    Thread two = Thread.ofPlatform().start(add);
    Thread three = Thread.ofPlatform().start(add);
    one.join();
    two.join();
    three.join();
    tell("" + count);
}
