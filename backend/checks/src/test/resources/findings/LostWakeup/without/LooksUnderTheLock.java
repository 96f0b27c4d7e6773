final Object lock = new Object();
boolean isOpen;
boolean isPainted;

// The notification was for something else, and the one that is missing never comes: nothing is lost.
void main() throws InterruptedException {
    Thread painter = new Thread(this::paint);
    painter.start();
    painter.join();
    synchronized (lock) {
        while (!isOpen) {
            lock.wait();
        }
    }
}

void paint() {
    synchronized (lock) {
        isPainted = true;
        lock.notifyAll();
    }
}
