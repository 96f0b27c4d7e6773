final StampedLock lock = new StampedLock();
volatile int value;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = lock.writeLock();
        value = 1;
        lock.unlockWrite(stamp);
    });
    long stamp = lock.tryOptimisticRead();
    int seen = value;
    if (lock.validate(stamp)) {
        IO.println(seen);
    }
    writer.join();
}
