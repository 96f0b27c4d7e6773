// nothing
final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
volatile boolean isWritten;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::read);
    Thread b = Thread.ofPlatform().name("b").start(this::read);
    Thread writer = Thread.ofPlatform().name("writer").start(() -> {
        lock.writeLock().lock();
        isWritten = true;
        lock.writeLock().unlock();
    });
    a.join();
    b.join();
    writer.join();
}

void read() {
    boolean isOver = false;
    while (!isOver) {
        lock.readLock().lock();
        isOver = isWritten;
        lock.readLock().unlock();
    }
}
