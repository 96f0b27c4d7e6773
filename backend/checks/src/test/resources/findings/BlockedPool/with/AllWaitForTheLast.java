import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

void main() throws Exception {
    CountDownLatch allHere = new CountDownLatch(3);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        for (int i = 0; i < 3; i++) {
            int number = i;
            pool.submit(() -> {
                allHere.countDown();
                allHere.await(); // here
                IO.println("task " + number);
                return number;
            });
        }
    }
}
