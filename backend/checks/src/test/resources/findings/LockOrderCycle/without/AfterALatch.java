import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    Object a = new Object();
    Object b = new Object();
    CountDownLatch prepared = new CountDownLatch(1);
    Thread first =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (a) {
                            synchronized (b) {
                                IO.println("prepared");
                            }
                        }
                        prepared.countDown();
                    });
    Thread second =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            prepared.await();
                        } catch (InterruptedException e) {
                            return;
                        }
                        synchronized (b) {
                            synchronized (a) {
                                IO.println("used");
                            }
                        }
                    });
    first.join();
    second.join();
}
