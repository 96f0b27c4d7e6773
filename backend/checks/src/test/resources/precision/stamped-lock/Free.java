final StampedLock lock = new StampedLock();
int value;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = lock.writeLock();
        value++;
        lock.unlockWrite(stamp);
    });
    long stamp = lock.readLock();
    IO.println(value);
    lock.unlockRead(stamp);
    writer.join();
}
