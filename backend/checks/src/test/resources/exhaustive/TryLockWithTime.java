// outcomes: false, true
void main() throws InterruptedException {
    var lock = new ReentrantLock();
    var release = new CountDownLatch(1);
    lock.lock();
    boolean[] isTaken = new boolean[1];
    Thread other = Thread.ofPlatform().start(() -> {
        try {
            isTaken[0] = lock.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return;
        }
        if (isTaken[0]) {
            lock.unlock();
        }
    });
    lock.unlock();
    other.join();
    tell("" + isTaken[0]);
}
