// nothing
final Lock left = new ReentrantLock();
final Lock right = new ReentrantLock();

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> takeBoth(left, right));
    Thread b = Thread.ofPlatform().name("b").start(() -> takeBoth(left, right));
    a.join();
    b.join();
}

void takeBoth(Lock first, Lock second) {
    boolean isDone = false;
    while (!isDone) {
        first.lock();
        if (second.tryLock()) {
            isDone = true;
            second.unlock();
        }
        first.unlock();
        Thread.yield();
    }
}
