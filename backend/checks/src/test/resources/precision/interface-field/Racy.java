void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(Counter::add);
    Counter.add();
    other.join();
}

interface Counter {
    int[] COUNT = {0};

    static void add() {
        COUNT[0]++; // here
    }
}
