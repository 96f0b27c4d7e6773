// nothing
final Object lock = new Object();
boolean isTold;

void await() {
    synchronized (lock) {
        try {
            while (!isTold) {
                lock.wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

void tell() {
    synchronized (lock) {
        isTold = true;
        lock.notify();
    }
}

void main() throws InterruptedException {
    Thread waiter = Thread.ofPlatform().name("waiter").start(this::await);
    Thread teller = Thread.ofPlatform().name("teller").start(this::tell);
    waiter.join();
    teller.join();
}
