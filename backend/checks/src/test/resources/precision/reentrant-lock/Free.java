final ReentrantLock lock = new ReentrantLock();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    if (lock.tryLock()) {
        IO.println(count);
        lock.unlock();
    }
    other.join();
}

void add() {
    lock.lock();
    try {
        count++;
    } finally {
        lock.unlock();
    }
}
