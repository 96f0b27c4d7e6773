import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

ReentrantLock lock = new ReentrantLock();
Condition filled = lock.newCondition();
boolean isFull;

void main() throws InterruptedException {
    Thread consumer =
            Thread.ofPlatform()
                    .start(() -> {
                        lock.lock();
                        try {
                            do {
                                boolean isInTime = filled.await(1, TimeUnit.SECONDS);
                                IO.println(isInTime);
                            } while (!isFull);
                        } catch (InterruptedException e) {
                            return;
                        } finally {
                            lock.unlock();
                        }
                    });
    Thread.sleep(300);
    lock.lock();
    try {
        isFull = true;
        filled.signalAll();
    } finally {
        lock.unlock();
    }
    consumer.join();
}
