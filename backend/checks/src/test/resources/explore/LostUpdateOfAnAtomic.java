// fails: Threw
final AtomicInteger count = new AtomicInteger();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    assert count.get() == 2 : count;
}

void add() {
    count.set(count.get() + 1); // two steps, each of them atomic
}
