// fails: Deadlocked
final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
volatile int value;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::look);
    lock.writeLock().lock();
    value = 1;
    lock.writeLock().unlock();
    other.join();
}

void look() {
    lock.readLock().lock();
    if (value == 1) {
        lock.writeLock().lock(); // waits for all readers, and is one of them
        value = 2;
        lock.writeLock().unlock();
    }
    lock.readLock().unlock();
}
