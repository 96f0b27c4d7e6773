// b writes last at line 11, and a writes it at line 11; nothing orders the two.
// writes 'b', holds lock at type:11 < main lambda:19
// writes 'a', holds lock at type:11 < main lambda:18
// Both hold lock there, but as readers, who don't keep each other out: whoever writes needs its write lock.
char last = 'x';
final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

void type(char next) {
    lock.readLock().lock();
    try {
        last = next;
    } finally {
        lock.readLock().unlock();
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> type('a'));
    Thread b = Thread.ofPlatform().name("b").start(() -> type('b'));
    a.join();
    b.join();
}
