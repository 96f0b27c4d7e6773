// nothing
final ReentrantLock lock = new ReentrantLock();
volatile int turns;

void main() throws InterruptedException {
    Thread.ofPlatform().name("keeper").start(() -> {
        lock.lock();
        while (true) {
            lock.lock();
            turns++;
            lock.unlock();
        }
    });
    while (turns == 0) {
        Thread.onSpinWait();
    }
    lock.lock();
}
