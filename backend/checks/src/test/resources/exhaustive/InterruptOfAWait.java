// outcomes: interrupted false, notified false, notified true
void main() throws InterruptedException {
    Object lock = new Object();
    var seen = new String[1];
    var isReady = new boolean[1];
    Thread one = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            try {
                while (!isReady[0]) {
                    lock.wait();
                }
                seen[0] = "notified";
            } catch (InterruptedException e) {
                seen[0] = "interrupted";
            }
            seen[0] += " " + Thread.currentThread().isInterrupted();
        }
    });
    Thread two = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            isReady[0] = true;
            lock.notify();
        }
    });
    one.interrupt();
    one.join();
    two.join();
    tell(seen[0]);
}
