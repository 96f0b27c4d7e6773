// nothing
final Lock left = new ReentrantLock();
final Lock right = new ReentrantLock();

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> {
        boolean isDone = false;
        while (!isDone) {
            left.lock();
            if (right.tryLock()) {
                isDone = true;
                right.unlock();
            }
            left.unlock();
            Thread.yield();
        }
    });
    right.lock();
    left.lock();
    left.unlock();
    right.unlock();
    a.join();
}
