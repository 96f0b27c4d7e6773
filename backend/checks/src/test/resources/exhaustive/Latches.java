// outcomes: 0, 1, 2
void main() throws InterruptedException {
    var latch = new CountDownLatch(2);
    Thread one = Thread.ofPlatform().start(latch::countDown);
    Thread two = Thread.ofPlatform().start(latch::countDown);
    long left = latch.getCount();
    latch.await();
    one.join();
    two.join();
    tell("" + left);
}
