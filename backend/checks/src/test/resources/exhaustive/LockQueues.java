// outcomes: false 0, false 1, true 0, true 1
void main() throws InterruptedException {
    var lock = new ReentrantLock();
    Runnable take = () -> {
        lock.lock();
        lock.unlock();
    };
    Thread one = Thread.ofPlatform().start(take);
    Thread two = Thread.ofPlatform().start(take);
    boolean isLocked = lock.isLocked();
    int queued = lock.getQueueLength();
    one.join();
    two.join();
    tell(isLocked + " " + queued);
}
