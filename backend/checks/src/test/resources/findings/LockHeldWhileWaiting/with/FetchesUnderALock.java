import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

void main() throws Exception {
    ReentrantLock cache = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    try (ExecutorService remote = Executors.newFixedThreadPool(1)) {
        Thread reader =
                Thread.ofVirtual()
                        .name("reader")
                        .start(() -> {
                            cache.lock();
                            try {
                                held.countDown();
                                Future<String> answer =
                                        remote.submit(() -> {
                                            Thread.sleep(800);
                                            return "answer";
                                        });
                                IO.println(answer.get()); // here
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            } finally {
                                cache.unlock();
                            }
                        });
        held.await();
        cache.lock(); // here
        cache.unlock();
        reader.join();
    }
}
