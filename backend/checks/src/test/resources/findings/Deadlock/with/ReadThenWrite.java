import java.util.concurrent.locks.ReentrantReadWriteLock;

ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
int cached;

int value() {
    lock.readLock().lock();
    try {
        if (cached == 0) {
            lock.writeLock().lock(); // here
            try {
                cached = 42;
            } finally {
                lock.writeLock().unlock();
            }
        }
        return cached;
    } finally {
        lock.readLock().unlock();
    }
}

void main() {
    IO.println(value());
}
