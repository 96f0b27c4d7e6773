// outcomes: false, true
volatile boolean isTaken;

void main() throws InterruptedException {
    var lock = new ReentrantLock();
    lock.lock();
    Thread waiter = Thread.ofPlatform().start(() -> {
        lock.lock();
        isTaken = true;
        lock.unlock();
    });
    lock.unlock();
    lock.lock();
    boolean isBehind = isTaken;
    lock.unlock();
    waiter.join();
    tell("" + isBehind);
}
