// nothing
final Lock left = new ReentrantLock();
final Lock right = new ReentrantLock();

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> {
        int tries = 0;
        while (tries < 5) {
            left.lock();
            if (right.tryLock()) {
                tries = 5;
                right.unlock();
            }
            left.unlock();
            tries++;
        }
    });
    Thread b = Thread.ofPlatform().name("b").start(() -> {
        int tries = 0;
        while (tries < 5) {
            right.lock();
            if (left.tryLock()) {
                tries = 5;
                left.unlock();
            }
            right.unlock();
            tries++;
        }
    });
    a.join();
    b.join();
}
