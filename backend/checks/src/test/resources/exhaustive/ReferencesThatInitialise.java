// outcomes: 1 2, 2 1
void main() throws InterruptedException {
    var task = new FutureTask<>(Tickets::next);
    Thread other = Thread.ofPlatform().start(task);
    int mine = Optional.of("").map(_ -> Tickets.next()).get();
    other.join();
    assert Stream.of(1).map(Ticket::new).toList().getFirst().kind.equals("paper");
    tell(mine + " " + task.resultNow());
}

static class Tickets {
    static final AtomicInteger LAST = new AtomicInteger();

    static int next() {
        return LAST.incrementAndGet();
    }
}

static class Ticket {
    static final String KIND = String.valueOf("paper");
    final String kind = KIND;
    final int number;

    Ticket(int number) {
        this.number = number;
    }
}
