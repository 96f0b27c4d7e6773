int turns;

void main() throws InterruptedException {
    Object monitor = new Object();
    Thread waiter =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (monitor) {
                            for (; ; ) {
                                if (turns > 0) {
                                    break;
                                }
                                try {
                                    monitor.wait();
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }
                            IO.println("goes on");
                        }
                    });
    Thread.sleep(300);
    synchronized (monitor) {
        turns++;
        monitor.notifyAll();
    }
    waiter.join();
}
