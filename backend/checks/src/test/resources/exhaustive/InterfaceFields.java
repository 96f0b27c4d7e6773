// outcomes: 1 2, 2 1
void main() throws InterruptedException {
    var task = new FutureTask<>(Tickets::next);
    Thread other = Thread.ofPlatform().start(task);
    int mine = Tickets.next();
    other.join();
    tell(mine + " " + task.resultNow());
}

interface Tickets {
    AtomicInteger LAST = new AtomicInteger();

    static int next() {
        return LAST.incrementAndGet();
    }
}
