void main() throws InterruptedException {
    var counter = new Counter();
    Thread other = Thread.ofPlatform().start(Counter::add);
    counter.addToo();
    other.join();
    IO.println(Counter.count);
}

static class Counter {
    static int count;

    static synchronized void add() { // the monitor of the class
        count++; // here
    }

    synchronized void addToo() { // the monitor of the object
        count++; // here
    }
}
