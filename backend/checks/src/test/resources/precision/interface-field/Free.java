void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(Counter::add);
    Counter.add();
    other.join();
    assert Counter.COUNT[0] == 2 : Counter.COUNT[0]; // in every schedule: it starts anew
}

interface Counter {
    int[] COUNT = {0};

    static void add() {
        synchronized (COUNT) {
            COUNT[0]++;
        }
    }
}
