// nothing
char last = 'x';
final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

void type(char next) {
    lock.writeLock().lock();
    try {
        last = next;
    } finally {
        lock.writeLock().unlock();
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> type('a'));
    Thread b = Thread.ofPlatform().name("b").start(() -> type('b'));
    a.join();
    b.join();
}
