import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    Object lock = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread slow =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (lock) {
                            held.countDown();
                            try {
                                Thread.sleep(800);
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    });
    held.await();
    synchronized (lock) {
        IO.println("at last");
    }
    slow.join();
}
