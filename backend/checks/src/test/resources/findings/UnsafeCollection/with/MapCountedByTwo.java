import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    Map<Integer, Integer> counts = new HashMap<>(4_096);
    CountDownLatch begin = new CountDownLatch(1);
    Runnable work =
            () -> {
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < 200_000; i++) {
                    counts.merge(i % 1_000, 1, Integer::sum); // here
                }
            };
    Thread one = Thread.ofPlatform().start(work);
    Thread other = Thread.ofPlatform().start(work);
    begin.countDown();
    one.join();
    other.join();
    IO.println("done");
}
