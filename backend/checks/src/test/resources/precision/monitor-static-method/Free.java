void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(Counter::add);
    synchronized (Counter.class) {
        Counter.count++;
    }
    other.join();
    IO.println(Counter.count);
}

static class Counter {
    static int count;

    static synchronized void add() {
        count++;
    }
}
