int count;

void main() throws InterruptedException {
    Thread one = Thread.startVirtualThread(this::add);
    Thread other = Thread.ofVirtual().start(this::add);
    one.join();
    other.join();
    IO.println(count);
}

void add() {
    count++; // here
}
