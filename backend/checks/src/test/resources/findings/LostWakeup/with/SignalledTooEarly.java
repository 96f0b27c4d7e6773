import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

ReentrantLock lock = new ReentrantLock();
Condition ready = lock.newCondition();

void tell() {
    lock.lock();
    try {
        ready.signalAll(); // here
    } finally {
        lock.unlock();
    }
}

void await() {
    lock.lock();
    try {
        ready.await(); // here
    } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
    } finally {
        lock.unlock();
    }
}

void main() throws InterruptedException {
    Thread teller = Thread.ofPlatform().name("teller").start(this::tell);
    teller.join();
    await();
    IO.println("goes on");
}
