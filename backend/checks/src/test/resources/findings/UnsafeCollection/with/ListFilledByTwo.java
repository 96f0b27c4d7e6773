import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    List<Integer> numbers = new ArrayList<>(500_000);
    CountDownLatch begin = new CountDownLatch(1);
    Runnable work =
            () -> {
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < 200_000; i++) {
                    numbers.add(i); // here
                }
            };
    Thread one = Thread.ofPlatform().start(work);
    Thread other = Thread.ofPlatform().start(work);
    begin.countDown();
    one.join();
    other.join();
    IO.println("done");
}
