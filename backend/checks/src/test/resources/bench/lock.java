static final int TIMES = 50_000;
final ReentrantLock lock = new ReentrantLock();
int count;

void work() {
    for (int i = 0; i < TIMES; i++) {
        lock.lock();
        try {
            count++;
        } finally {
            lock.unlock();
        }
    }
}
