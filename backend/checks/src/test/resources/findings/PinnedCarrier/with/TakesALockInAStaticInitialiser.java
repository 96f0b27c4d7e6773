import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

static final ReentrantLock lock = new ReentrantLock();

static class Registry {
    static int entries;

    static {
        lock.lock(); // here
        try {
            entries = 3;
        } finally {
            lock.unlock();
        }
    }
}

void main() throws InterruptedException {
    lock.lock();
    CountDownLatch begun = new CountDownLatch(1);
    Thread reader =
            Thread.ofVirtual()
                    .name("reader")
                    .start(() -> {
                        begun.countDown();
                        IO.println(Registry.entries);
                    });
    begun.await();
    Thread.sleep(700);
    lock.unlock();
    reader.join();
}
