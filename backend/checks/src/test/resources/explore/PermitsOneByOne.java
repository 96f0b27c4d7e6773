// fails: Deadlocked
final Semaphore permits = new Semaphore(2);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::takeTwo);
    takeTwo();
    other.join();
}

void takeTwo() {
    permits.acquireUninterruptibly();
    permits.acquireUninterruptibly(); // if each has one, both wait
    permits.release(2);
}
