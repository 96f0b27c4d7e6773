// covers: StampedLock StampedLock$ReadLockView StampedLock$WriteLockView

void main() throws Exception {
    var lock = new StampedLock();
    lock.unlockWrite(lock.writeLock());
    lock.unlock(lock.writeLockInterruptibly());
    lock.unlockWrite(lock.tryWriteLock());
    lock.unlockWrite(lock.tryWriteLock(1, TimeUnit.SECONDS));
    lock.unlockRead(lock.readLock());
    lock.unlockRead(lock.readLockInterruptibly());
    lock.unlockRead(lock.tryReadLock());
    lock.unlockRead(lock.tryReadLock(1, TimeUnit.SECONDS));
    lock.writeLock();
    IO.println(lock.tryUnlockWrite());
    lock.readLock();
    IO.println(lock.tryUnlockRead());
    long stamp = lock.tryOptimisticRead();
    IO.println(lock.validate(stamp));
    stamp = lock.tryConvertToWriteLock(lock.readLock());
    stamp = lock.tryConvertToReadLock(stamp);
    stamp = lock.tryConvertToOptimisticRead(stamp);
    IO.println(lock.validate(stamp));
    take(lock.asReadLock());
    take(lock.asWriteLock());
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
