// outcomes: late, signalled
void main() throws InterruptedException {
    var lock = new ReentrantLock();
    var changed = lock.newCondition();
    Thread other = Thread.ofPlatform().start(() -> {
        lock.lock();
        changed.signalAll();
        lock.unlock();
    });
    lock.lock();
    boolean isSignalled = changed.await(1, TimeUnit.SECONDS);
    lock.unlock();
    other.join();
    tell(isSignalled ? "signalled" : "late");
}
