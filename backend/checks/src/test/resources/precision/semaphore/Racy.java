final Semaphore permits = new Semaphore(2); // two at a time
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    permits.acquireUninterruptibly();
    count++; // here
    permits.release();
}
