import java.util.concurrent.CountDownLatch;

void main() throws InterruptedException {
    Object counter = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread slow =
            Thread.ofPlatform()
                    .name("slow")
                    .start(() -> {
                        synchronized (counter) {
                            held.countDown();
                            try {
                                Thread.sleep(800); // here
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    });
    held.await();
    synchronized (counter) { // here
        IO.println("at last");
    }
    slow.join();
}
