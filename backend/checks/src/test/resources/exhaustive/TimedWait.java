// outcomes: done 0, done 1, late 0
boolean isDone;

void main() throws InterruptedException {
    Object lock = new Object();
    Thread other = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            isDone = true;
            lock.notify();
        }
    });
    String seen;
    synchronized (lock) {
        int waits = 0;
        if (!isDone) {
            waits++;
            lock.wait(10);
        }
        seen = (isDone ? "done " + waits : "late 0");
    }
    other.join();
    tell(seen);
}
