// writer starves: in the last 12,000 steps, in which everybody had a turn, it tried 1,333 times in vain to get lock at line 9, and a took it 800 times, b 800 times. Other schedules end.
final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
volatile boolean isWritten;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::read);
    Thread b = Thread.ofPlatform().name("b").start(this::read);
    Thread writer = Thread.ofPlatform().name("writer").start(() -> {
        while (!lock.writeLock().tryLock()) {
            Thread.onSpinWait();
        }
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
