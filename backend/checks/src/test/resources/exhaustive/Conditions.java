// fails: Deadlocked
void main() throws InterruptedException {
    var lock = new ReentrantLock();
    var changed = lock.newCondition();
    Thread waiter = Thread.ofPlatform().start(() -> {
        lock.lock();
        try {
            changed.await();
        } catch (InterruptedException e) {
            return;
        } finally {
            lock.unlock();
        }
    });
    lock.lock();
    changed.signal();
    lock.unlock();
    waiter.join();
}
