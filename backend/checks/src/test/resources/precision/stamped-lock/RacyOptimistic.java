final StampedLock lock = new StampedLock();
int value;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = lock.writeLock();
        value = 1; // here
        lock.unlockWrite(stamp);
    });
    lock.tryOptimisticRead(); // and nobody asks whether it went well
    IO.println(value); // here
    writer.join();
}
