void main() throws InterruptedException {
    var counter = new Counter();
    Thread other = Thread.ofPlatform().start(counter::add);
    IO.println(counter.get());
    other.join();
}

static class Counter {
    private int count;

    synchronized void add() {
        count++; // here
    }

    int get() {
        return count; // here
    }
}
