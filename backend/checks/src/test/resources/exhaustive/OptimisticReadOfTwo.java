// outcomes: 0 0, 1 1
final StampedLock lock = new StampedLock();
int x;
int y;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = lock.writeLock();
        x = 1;
        y = 1;
        lock.unlockWrite(stamp);
    });
    long stamp = lock.tryOptimisticRead();
    String seen = x + " " + y;
    if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        seen = x + " " + y;
        lock.unlockRead(stamp);
    }
    writer.join();
    tell(seen);
}
