final StampedLock lock = new StampedLock();
int value;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(value);
}

void add() {
    long stamp = lock.readLock();
    value++; // here
    lock.unlockRead(stamp);
}
