// main waits for waiter to end; waiter waits to be notified on lock; nobody is left to change that.
// waiter waits to be notified on lock, but teller did that before, when nobody waited.
// waiter waits, and will not look again whether what it waited for is true: it may be woken for nothing, or somebody may be faster. Wait in a while loop that tests the condition.
final Object lock = new Object();

void await() {
    synchronized (lock) {
        try {
            lock.wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

void tell() {
    synchronized (lock) {
        lock.notify();
    }
}

void main() throws InterruptedException {
    Thread waiter = Thread.ofPlatform().name("waiter").start(this::await);
    Thread teller = Thread.ofPlatform().name("teller").start(this::tell);
    waiter.join();
    teller.join();
}
