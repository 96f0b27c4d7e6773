import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

ReentrantLock a = new ReentrantLock();
ReentrantLock b = new ReentrantLock();
CountDownLatch bothHoldOne = new CountDownLatch(2);

void work(ReentrantLock first, ReentrantLock second) {
    try {
        first.lockInterruptibly();
        try {
            bothHoldOne.countDown();
            bothHoldOne.await();
            second.lockInterruptibly();
            second.unlock();
            IO.println("done");
        } finally {
            first.unlock();
        }
    } catch (InterruptedException e) {
        IO.println("told to give up");
    }
}

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> work(a, b));
    Thread other = Thread.ofPlatform().start(() -> work(b, a));
    bothHoldOne.await();
    Thread.sleep(900);
    one.interrupt();
    one.join();
    other.join();
}
