// main starves: in the last 12,000 steps, in which everybody had a turn, it tried 2,001 times in vain to get permits of pool at line 8, and a took some 1,000 times, b 1,000 times. Other schedules end.
final Semaphore pool = new Semaphore(2);
volatile boolean isOver;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::useOne);
    Thread b = Thread.ofPlatform().name("b").start(this::useOne);
    while (!pool.tryAcquire(2)) {
        Thread.onSpinWait();
    }
    isOver = true;
    pool.release(2);
    a.join();
    b.join();
}

void useOne() {
    while (!isOver) {
        pool.acquireUninterruptibly();
        Thread.onSpinWait();
        pool.release();
    }
}
