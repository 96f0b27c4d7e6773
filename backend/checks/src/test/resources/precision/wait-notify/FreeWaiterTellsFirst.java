final Object lock = new Object();
boolean isWaiting;
boolean ready;
int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            if (isWaiting) {
                data++; // the waiter gave up the monitor when it began to wait
            }
            ready = true;
            lock.notifyAll();
        }
    });
    synchronized (lock) {
        isWaiting = true;
        data = 1;
        while (!ready) {
            lock.wait();
        }
        IO.println(data);
    }
    other.join();
}
