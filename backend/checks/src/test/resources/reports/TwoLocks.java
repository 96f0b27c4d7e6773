// a writes total at line 11, and b reads it at line 18; nothing orders the two.
// writes 2L, holds left at one:11 < main lambda:25
// reads 2L, holds right at other:18 < main lambda:26
// a holds left there, b holds right: different locks don't keep them apart. Guard both with the same one.
static long total;
static final Object left = new Object();
static final ReentrantLock right = new ReentrantLock();

static void one() {
    synchronized (left) {
        total += 2;
    }
}

static void other() {
    right.lock();
    try {
        total += 3;
    } finally {
        right.unlock();
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> one());
    Thread b = Thread.ofPlatform().name("b").start(() -> other());
    a.join();
    b.join();
}
