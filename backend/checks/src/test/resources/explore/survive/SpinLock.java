// ends: Completed
final AtomicBoolean isTaken = new AtomicBoolean();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    while (!isTaken.compareAndSet(false, true)) { // no hint that it waits
    }
    count++;
    isTaken.set(false);
}
