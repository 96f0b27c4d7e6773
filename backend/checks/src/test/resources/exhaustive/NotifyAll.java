// outcomes: 12, 21
boolean isOpen;

void main() throws InterruptedException {
    Object lock = new Object();
    var order = new StringBuilder();
    var threads = new ArrayList<Thread>();
    for (int i = 1; i <= 2; i++) {
        int number = i;
        threads.add(Thread.ofPlatform().start(() -> {
            synchronized (lock) {
                try {
                    while (!isOpen) {
                        lock.wait();
                    }
                } catch (InterruptedException e) {
                    return;
                }
                order.append(number);
            }
        }));
    }
    synchronized (lock) {
        isOpen = true;
        lock.notifyAll();
    }
    for (Thread thread : threads) {
        thread.join();
    }
    tell(order.toString());
}
