// covers: AbstractQueuedSynchronizer AbstractQueuedLongSynchronizer
// covers: AbstractQueuedLongSynchronizer$ConditionObject

static class Lock1 extends AbstractQueuedSynchronizer {
    protected boolean tryAcquire(int n) {
        return compareAndSetState(0, 1);
    }

    protected boolean tryRelease(int n) {
        setState(0);
        return true;
    }

    protected int tryAcquireShared(int n) {
        return 1;
    }

    protected boolean tryReleaseShared(int n) {
        return true;
    }
}

static class Lock2 extends AbstractQueuedLongSynchronizer {
    protected boolean tryAcquire(long n) {
        return compareAndSetState(0, 1);
    }

    protected boolean tryRelease(long n) {
        setState(0);
        return true;
    }

    protected long tryAcquireShared(long n) {
        return 1;
    }

    protected boolean tryReleaseShared(long n) {
        return true;
    }

    protected boolean isHeldExclusively() {
        return getState() == 1;
    }
}

void main() throws Exception {
    var one = new Lock1();
    one.acquire(1);
    one.release(1);
    one.acquireInterruptibly(1);
    one.release(1);
    one.tryAcquireNanos(1, 1_000);
    one.release(1);
    one.acquireShared(1);
    one.acquireSharedInterruptibly(1);
    one.tryAcquireSharedNanos(1, 1_000);
    one.releaseShared(1);

    var two = new Lock2();
    two.acquire(1);
    two.release(1);
    two.acquireInterruptibly(1);
    two.release(1);
    two.tryAcquireNanos(1, 1_000);
    two.release(1);
    two.acquireShared(1);
    two.acquireSharedInterruptibly(1);
    two.tryAcquireSharedNanos(1, 1_000);
    two.releaseShared(1);

    var condition = two.new ConditionObject();
    two.acquire(1);
    condition.awaitNanos(1_000);
    condition.signal();
    condition.signalAll();
    condition.await(1_000, TimeUnit.NANOSECONDS);
    condition.awaitUntil(new Date());
    waitFor(two, condition, false);
    waitFor(two, condition, true);
    two.release(1);
}

/// Waits until a signal comes; the lock is held.
void waitFor(Lock2 lock, Condition condition, boolean uninterruptibly) throws InterruptedException {
    var isSignalled = new AtomicBoolean();
    Thread.ofPlatform()
            .start(() -> {
                lock.acquire(1);
                isSignalled.set(true);
                condition.signal();
                lock.release(1);
            });
    while (!isSignalled.get()) {
        if (uninterruptibly) {
            condition.awaitUninterruptibly();
        } else {
            condition.await();
        }
    }
}
