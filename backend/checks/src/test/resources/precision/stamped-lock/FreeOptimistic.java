final StampedLock lock = new StampedLock();
int x;
int y;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = lock.writeLock();
        x++;
        y++;
        lock.unlockWrite(stamp);
    });
    assert distance() == 0;
    writer.join();
}

int distance() {
    long stamp = lock.tryOptimisticRead();
    int seenX = x;
    int seenY = y;
    if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        seenX = x;
        seenY = y;
        lock.unlockRead(stamp);
    }
    return seenX - seenY;
}
