// fails: TimedOut, Starvation
final StampedLock lock = new StampedLock();
volatile boolean isWritten;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::read);
    Thread b = Thread.ofPlatform().name("b").start(this::read);
    long stamp = lock.tryWriteLock();
    while (stamp == 0) {
        Thread.onSpinWait();
        stamp = lock.tryWriteLock();
    }
    isWritten = true;
    lock.unlockWrite(stamp);
    a.join();
    b.join();
}

void read() {
    while (!isWritten) {
        long stamp = lock.readLock();
        Thread.onSpinWait();
        lock.unlockRead(stamp);
    }
}
