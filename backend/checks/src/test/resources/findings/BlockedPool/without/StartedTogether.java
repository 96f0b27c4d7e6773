import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

void main() throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        for (int i = 0; i < 4; i++) {
            int number = i;
            pool.submit(() -> {
                begin.await();
                IO.println("task " + number);
                return number;
            });
        }
        Thread.sleep(600);
        begin.countDown();
    }
}
