final ReentrantLock lock = new ReentrantLock();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
}

void add() {
    lock.lock();
    try {
        count = 1; // here
    } finally {
        lock.unlock();
    }
    IO.println(count); // here
}
