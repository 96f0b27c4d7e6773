boolean isReady;

void main() throws InterruptedException {
    Object monitor = new Object();
    Thread waiter =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (monitor) {
                            try {
                                if (!isReady) {
                                    monitor.wait(); // here
                                }
                            } catch (InterruptedException e) {
                                return;
                            }
                            IO.println("goes on");
                        }
                    });
    Thread.sleep(300);
    synchronized (monitor) {
        isReady = true;
        monitor.notify();
    }
    waiter.join();
}
