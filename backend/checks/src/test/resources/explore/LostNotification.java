// fails: Deadlocked
final Object lock = new Object();
volatile boolean isReady;

void main() throws InterruptedException {
    Thread tells = Thread.ofPlatform().start(() -> {
        isReady = true;
        synchronized (lock) {
            lock.notifyAll();
        }
    });
    while (!isReady) { // looks before it has the monitor
        synchronized (lock) {
            lock.wait();
        }
    }
    tells.join();
}
