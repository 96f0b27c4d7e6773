boolean isReady;

void main() throws InterruptedException {
    Object monitor = new Object();
    Thread waiter =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            Thread.sleep(500);
                            synchronized (monitor) {
                                while (!isReady) {
                                    monitor.wait();
                                }
                            }
                        } catch (InterruptedException e) {
                            return;
                        }
                        IO.println("goes on");
                    });
    synchronized (monitor) {
        isReady = true;
        monitor.notifyAll();
    }
    waiter.join();
}
