// fails: TimedOut, Livelock
void main() throws InterruptedException {
    var forks = List.of(new ReentrantLock(), new ReentrantLock(), new ReentrantLock());
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
        Lock left = forks.get(i);
        Lock right = forks.get((i + 1) % 3);
        threads.add(Thread.ofVirtual().name("philosopher-" + i).start(() -> dine(left, right)));
    }
    for (Thread thread : threads) {
        thread.join();
    }
}

void dine(Lock left, Lock right) {
    boolean hasEaten = false;
    while (!hasEaten) {
        left.lock();
        if (right.tryLock()) {
            hasEaten = true;
            right.unlock();
        }
        left.unlock();
        Thread.yield();
    }
}
