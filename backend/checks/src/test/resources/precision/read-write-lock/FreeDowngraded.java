final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
int value;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::update);
    update();
    other.join();
}

void update() {
    lock.writeLock().lock();
    value++;
    lock.readLock().lock();
    lock.writeLock().unlock();
    IO.println(value); // still as a reader
    lock.readLock().unlock();
}
