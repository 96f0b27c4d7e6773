import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

ReentrantLock printer = new ReentrantLock();
ReentrantLock scanner = new ReentrantLock();
CountDownLatch bothHoldOne = new CountDownLatch(2);

void copy(ReentrantLock first, ReentrantLock second) {
    first.lock();
    try {
        bothHoldOne.countDown();
        bothHoldOne.await();
        second.lock(); // here
        second.unlock();
    } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
    } finally {
        first.unlock();
    }
}

void main() throws InterruptedException {
    Thread.ofPlatform().daemon().start(() -> copy(printer, scanner));
    Thread.ofPlatform().daemon().start(() -> copy(scanner, printer));
    for (int i = 0; i < 15; i++) {
        Thread.sleep(100);
        IO.println("main goes on");
    }
}
