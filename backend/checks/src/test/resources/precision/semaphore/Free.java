final Semaphore permits = new Semaphore(1);
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    permits.acquireUninterruptibly();
    count++;
    permits.release();
}
