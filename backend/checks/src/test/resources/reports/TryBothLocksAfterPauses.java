// nothing
final Lock left = new ReentrantLock();
final Lock right = new ReentrantLock();

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> takeBoth(left, right, 10));
    Thread b = Thread.ofPlatform().name("b").start(() -> takeBoth(right, left, 20));
    a.join();
    b.join();
}

void takeBoth(Lock first, Lock second, int pause) {
    boolean isDone = false;
    while (!isDone) {
        first.lock();
        if (second.tryLock()) {
            isDone = true;
            second.unlock();
        }
        first.unlock();
        pause(pause);
    }
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException(e);
    }
}
