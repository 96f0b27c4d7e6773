final ReadWriteLock lock = new ReentrantReadWriteLock();
int value;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(value);
}

void add() {
    lock.readLock().lock(); // lets all readers in
    value++; // here
    lock.readLock().unlock();
}
