// The threads give way to each other, and none gets on: in the last 12,000 steps, in which everybody had a turn, a tried 1,500 times in vain to get right at line 10, b 1,501 times in vain to get left at line 22. Other schedules end.
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
    Thread b = Thread.ofPlatform().name("b").start(() -> {
        boolean isDone = false;
        while (!isDone) {
            right.lock();
            if (left.tryLock()) {
                isDone = true;
                left.unlock();
            }
            right.unlock();
            Thread.yield();
        }
    });
    a.join();
    b.join();
}
