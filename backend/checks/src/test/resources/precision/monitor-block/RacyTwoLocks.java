int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    synchronized (new Object()) { // everybody has one
        count++; // here
    }
}
