// nothing
final Object lock = new Object();
boolean isReady;
int turns;

void main() throws InterruptedException {
    Thread.ofPlatform().name("waiter").start(() -> {
        synchronized (lock) {
            while (!isReady) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    });
    while (true) {
        synchronized (lock) {
            turns++;
            lock.notifyAll();
        }
    }
}
