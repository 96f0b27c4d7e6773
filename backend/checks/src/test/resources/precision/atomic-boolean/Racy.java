final AtomicBoolean isTaken = new AtomicBoolean();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::tryToAdd);
    tryToAdd();
    other.join();
    IO.println(count);
}

void tryToAdd() {
    if (!isTaken.get()) { // both may see that nobody has taken it
        isTaken.set(true);
        count++; // here
        isTaken.set(false);
    }
}
