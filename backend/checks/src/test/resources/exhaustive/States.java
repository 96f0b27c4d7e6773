// outcomes: NEW, RUNNABLE, TERMINATED, WAITING
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
    Thread three = Thread.ofPlatform().start(latch::countDown);
    Thread.State state = one.getState();
    two.join();
    three.join();
    one.join();
    tell("" + state);
}
