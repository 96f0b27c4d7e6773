import java.util.concurrent.CountDownLatch;

volatile boolean isDone;
Object monitor = new Object();
CountDownLatch looked = new CountDownLatch(1);

void main() throws InterruptedException {
    Thread waiter =
            Thread.ofVirtual()
                    .name("waiter")
                    .start(() -> {
                        if (!isDone) {
                            looked.countDown();
                            try {
                                Thread.sleep(700);
                                synchronized (monitor) {
                                    monitor.wait(); // here
                                }
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                        IO.println("goes on");
                    });
    looked.await();
    synchronized (monitor) {
        isDone = true;
        monitor.notifyAll(); // here
    }
    waiter.join();
}
