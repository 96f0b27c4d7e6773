final AtomicBoolean isTaken = new AtomicBoolean();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::tryToAdd);
    tryToAdd();
    other.join();
    IO.println(count);
}

void tryToAdd() {
    if (isTaken.compareAndSet(false, true)) {
        count++;
        isTaken.set(false);
    }
}
