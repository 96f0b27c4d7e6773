// nothing
final Object lock = new Object();
int turns;

void main() throws InterruptedException {
    Thread worker = Thread.ofPlatform().name("worker").start(() -> {
        while (true) {
            synchronized (lock) {
                turns++;
            }
        }
    });
    synchronized (lock) {
        turns = 1;
    }
    worker.join();
}
