// covers: ReentrantLock ReentrantReadWriteLock$ReadLock ReentrantReadWriteLock$WriteLock
// covers: AbstractQueuedSynchronizer$ConditionObject

void main() throws Exception {
    var lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    take(lock);

    var readWrite = new ReentrantReadWriteLock();
    take(readWrite.readLock());
    take(readWrite.writeLock());
    Condition written = readWrite.writeLock().newCondition();

    Thread signaller =
            Thread.ofPlatform()
                    .name("signaller")
                    .start(() -> {
                        lock.lock();
                        try {
                            condition.signal();
                            condition.signalAll();
                        } finally {
                            lock.unlock();
                        }
                    });
    signaller.join();
    lock.lock();
    try {
        condition.await(1, TimeUnit.MILLISECONDS);
        condition.awaitNanos(1_000);
        condition.awaitUntil(new Date());
        waitFor(lock, condition, false);
        waitFor(lock, condition, true);
    } finally {
        lock.unlock();
    }
    readWrite.writeLock().lock();
    try {
        written.awaitNanos(1_000);
    } finally {
        readWrite.writeLock().unlock();
    }
}

void take(Lock lock) throws InterruptedException {
    lock.lock();
    lock.unlock();
    lock.lockInterruptibly();
    lock.unlock();
    if (lock.tryLock()) {
        lock.unlock();
    }
    if (lock.tryLock(1, TimeUnit.SECONDS)) {
        lock.unlock();
    }
}

/// Waits until a signal comes; the lock is held.
void waitFor(ReentrantLock lock, Condition condition, boolean uninterruptibly)
        throws InterruptedException {
    var isSignalled = new AtomicBoolean();
    Thread.ofPlatform()
            .start(() -> {
                lock.lock();
                try {
                    isSignalled.set(true);
                    condition.signal();
                } finally {
                    lock.unlock();
                }
            });
    while (!isSignalled.get()) {
        if (uninterruptibly) {
            condition.awaitUninterruptibly();
        } else {
            condition.await();
        }
    }
}
