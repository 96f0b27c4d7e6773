// outcomes: 00 true, 01 false, 11 true, 00 false, 10 false, 11 false
static class Pair {
    final StampedLock lock = new StampedLock();
    volatile int x;
    volatile int y;
}

void main() throws InterruptedException {
    var pair = new Pair();
    Thread writer = Thread.ofPlatform().start(() -> {
        long stamp = pair.lock.writeLock();
        pair.x = 1;
        pair.y = 1;
        pair.lock.unlockWrite(stamp);
    });
    long stamp = pair.lock.tryOptimisticRead();
    int x = pair.x;
    int y = pair.y;
    boolean isValid = stamp != 0 && pair.lock.validate(stamp);
    writer.join();
    tell("" + x + y + " " + isValid);
}
