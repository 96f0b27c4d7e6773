final Object lock = new Object();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    synchronized (lock) {
        count++;
    }
}
