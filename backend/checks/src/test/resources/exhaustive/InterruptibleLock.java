// outcomes: interrupted, taken
void main() throws InterruptedException {
    var lock = new ReentrantLock();
    var seen = new String[1];
    Thread one = Thread.ofPlatform().start(() -> {
        try {
            lock.lockInterruptibly();
            seen[0] = "taken";
        } catch (InterruptedException e) {
            seen[0] = "interrupted";
        }
    });
    one.interrupt();
    one.join();
    tell(seen[0]);
}
