import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

boolean isFull;

void main() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    Condition full = lock.newCondition();
    Thread consumer =
            Thread.ofPlatform()
                    .start(() -> {
                        lock.lock();
                        try {
                            while (!isFull) {
                                full.await();
                            }
                            IO.println("taken");
                        } catch (InterruptedException e) {
                            return;
                        } finally {
                            lock.unlock();
                        }
                    });
    Thread.sleep(400);
    lock.lock();
    try {
        isFull = true;
        full.signal();
    } finally {
        lock.unlock();
    }
    consumer.join();
}
