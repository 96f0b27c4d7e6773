import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
        int number = i;
        Thread.ofPlatform()
                .start(() -> {
                    IO.println("worker " + number);
                    done.countDown();
                });
    }
    done.await();
    IO.println("all done");
}
