import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

ReentrantLock a = new ReentrantLock();
ReentrantLock b = new ReentrantLock();
CountDownLatch bothHoldOne = new CountDownLatch(2);

void work(ReentrantLock first, ReentrantLock second, long patienceMillis) {
    try {
        first.lock();
        try {
            bothHoldOne.countDown();
            bothHoldOne.await();
            if (second.tryLock(patienceMillis, TimeUnit.MILLISECONDS)) {
                IO.println("got both");
                second.unlock();
            } else {
                IO.println("gave up");
            }
        } finally {
            first.unlock();
        }
    } catch (InterruptedException e) {
        return;
    }
}

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> work(a, b, 400));
    Thread other = Thread.ofPlatform().start(() -> work(b, a, 1_500));
    one.join();
    other.join();
}
