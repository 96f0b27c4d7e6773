// nothing
final Semaphore pool = new Semaphore(2, true);
volatile boolean isOver;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::useOne);
    Thread b = Thread.ofPlatform().name("b").start(this::useOne);
    pool.acquire(2);
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
