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
                            if (!isFull) {
                                filled.await(); // here
                            }
                            IO.println("taken");
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
        filled.signal();
    } finally {
        lock.unlock();
    }
    consumer.join();
}
