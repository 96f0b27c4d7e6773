static final int TIMES = 20_000;
final ReentrantLock lock = new ReentrantLock();
int count;

void work() throws InterruptedException {
    together(() -> {
        for (int i = 0; i < TIMES / 2; i++) {
            lock.lock();
            try {
                count++;
            } finally {
                lock.unlock();
            }
        }
    });
}
