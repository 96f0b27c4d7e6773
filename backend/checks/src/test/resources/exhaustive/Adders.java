// outcomes: 0, 1, 2
void main() throws InterruptedException {
    var adder = new LongAdder();
    Thread one = Thread.ofPlatform().start(adder::increment);
    Thread two = Thread.ofPlatform().start(adder::increment);
    long sum = adder.sum();
    one.join();
    two.join();
    tell("" + sum);
}
