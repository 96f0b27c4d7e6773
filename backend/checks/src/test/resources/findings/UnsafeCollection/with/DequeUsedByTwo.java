import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    ArrayDeque<Integer> queue = new ArrayDeque<>(500_000);
    CountDownLatch begin = new CountDownLatch(1);
    Thread producer =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            begin.await();
                        } catch (InterruptedException e) {
                            return;
                        }
                        for (int i = 0; i < 200_000; i++) {
                            queue.addLast(i); // here
                        }
                    });
    Thread consumer =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            begin.await();
                        } catch (InterruptedException e) {
                            return;
                        }
                        for (int i = 0; i < 200_000; i++) {
                            queue.pollFirst(); // here
                        }
                    });
    begin.countDown();
    producer.join();
    consumer.join();
    IO.println("done");
}
