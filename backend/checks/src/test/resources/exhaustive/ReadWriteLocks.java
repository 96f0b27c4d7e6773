// outcomes: 00, 01, 11, 22, 12, 02
int value;

void main() throws InterruptedException {
    var lock = new ReentrantReadWriteLock();
    Thread writer = Thread.ofPlatform().start(() -> {
        for (int i = 0; i < 2; i++) {
            lock.writeLock().lock();
            value++;
            lock.writeLock().unlock();
        }
    });
    lock.readLock().lock();
    int first = value;
    lock.readLock().unlock();
    lock.readLock().lock();
    int second = value;
    lock.readLock().unlock();
    writer.join();
    tell("" + first + second);
}
