final ReentrantLock lock = new ReentrantLock();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    boolean isMine = lock.tryLock(); // and if it is not?
    count++; // here
    if (isMine) {
        lock.unlock();
    }
}
