final StampedLock lock = new StampedLock();
int x;
int y;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = lock.writeLock();
        x++;
        lock.unlockWrite(stamp);
        y++; // here
    });
    long stamp = lock.tryOptimisticRead();
    int distance = x - y; // here
    if (lock.validate(stamp)) {
        IO.println(distance);
    }
    writer.join();
}
