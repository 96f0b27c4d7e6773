// fails: Deadlocked
static final int SEATS = 5;

void main() throws InterruptedException {
    var forks = new ArrayList<Lock>();
    for (int i = 0; i < SEATS; i++) {
        forks.add(new ReentrantLock());
    }
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < SEATS; i++) {
        Lock left = forks.get(i);
        Lock right = forks.get((i + 1) % SEATS);
        threads.add(Thread.ofPlatform().start(() -> dine(left, right)));
    }
    for (Thread thread : threads) {
        thread.join();
    }
}

void dine(Lock left, Lock right) {
    left.lock();
    right.lock();
    right.unlock();
    left.unlock();
}
