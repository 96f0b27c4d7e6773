import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    Object state = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread closer =
            Thread.ofPlatform()
                    .name("closer")
                    .start(() -> {
                        Thread worker =
                                Thread.ofPlatform()
                                        .name("worker")
                                        .start(() -> {
                                            try {
                                                Thread.sleep(800);
                                            } catch (InterruptedException e) {
                                                return;
                                            }
                                        });
                        synchronized (state) {
                            held.countDown();
                            try {
                                worker.join(); // here
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    });
    held.await();
    synchronized (state) { // here
        IO.println("state");
    }
    closer.join();
}
