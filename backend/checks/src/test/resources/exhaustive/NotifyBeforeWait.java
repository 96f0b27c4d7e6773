// fails: Deadlocked
void main() throws InterruptedException {
    Object lock = new Object();
    Thread waiter = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                return;
            }
        }
    });
    synchronized (lock) {
        lock.notify();
    }
    waiter.join();
}
