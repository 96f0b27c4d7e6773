// outcomes: false, true
void main() throws InterruptedException {
    var latch = new CountDownLatch(1);
    Thread one = Thread.ofPlatform().unstarted(() -> {
        try {
            latch.await();
        } catch (InterruptedException e) {
            return;
        }
    });
    Thread two = Thread.ofPlatform().start(one::start);
    boolean isAlive = one.isAlive();
    latch.countDown();
    two.join();
    one.join();
    tell("" + isAlive);
}
