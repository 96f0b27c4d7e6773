static class Mine extends ReentrantLock {
    @Override
    public void lock() {
        IO.println("locking mine, by hand");
        super.lock();
    }

    @Override
    public Thread getOwner() {
        return super.getOwner();
    }
}

int depth;
final ReentrantLock deep = new ReentrantLock();

void dive() {
    deep.lock();
    try {
        depth++;
        dive();
    } finally {
        deep.unlock();
    }
}

void inOther(Body body) throws InterruptedException {
    joined(Thread.ofPlatform().name("other").start(() -> attempt("in another thread", body)));
}

void main() throws Exception {
    for (boolean isFair : new boolean[] {false, true}) {
        var lock = new ReentrantLock(isFair);
        see("new", lock);
        attempt("unlock unheld", () -> { lock.unlock(); return null; });
        lock.lock();
        lock.lock();
        see("held", lock + " " + lock.getHoldCount() + " " + lock.isHeldByCurrentThread() + " " + lock.isLocked() + " " + lock.isFair());
        inOther(() -> lock.tryLock());
        inOther(() -> lock.tryLock(1, TimeUnit.MILLISECONDS));
        inOther(() -> { lock.unlock(); return null; });
        lock.unlock();
        see("once", lock.getHoldCount());
        lock.unlock();
        Condition condition = lock.newCondition();
        attempt("await unheld", () -> { condition.await(); return null; });
        attempt("await a time unheld", () -> condition.await(1, TimeUnit.SECONDS));
        attempt("awaitNanos unheld", () -> condition.awaitNanos(1));
        attempt("awaitUninterruptibly unheld", () -> { condition.awaitUninterruptibly(); return null; });
        attempt("signal unheld", () -> { condition.signal(); return null; });
        attempt("signalAll unheld", () -> { condition.signalAll(); return null; });
        attempt("hasWaiters", () -> lock.hasWaiters(condition));
        lock.lock();
        attempt("await held", () -> condition.await(1, TimeUnit.NANOSECONDS) + " " + (condition.awaitNanos(0) <= 0)
                + " " + condition.awaitUntil(new Date(0)) + " " + lock.getHoldCount());
        attempt("foreign condition", () -> lock.hasWaiters(new ReentrantLock().newCondition()));
        lock.unlock();
    }
    var mine = new Mine();
    mine.lock();
    see("mine", mine.getOwner() == Thread.currentThread());
    attempt("throws inside", () -> {
        mine.lock();
        try {
            throw new IOException("inside");
        } finally {
            mine.unlock();
        }
    });
    see("still", mine.getHoldCount());

    var both = new ReentrantReadWriteLock();
    both.readLock().lock();
    see("reading", both + " " + both.readLock() + " " + both.getReadHoldCount());
    attempt("upgrade", () -> both.writeLock().tryLock());
    attempt("not the writer", () -> { both.writeLock().unlock(); return null; });
    both.readLock().unlock();
    attempt("not a reader", () -> { both.readLock().unlock(); return null; });
    both.writeLock().lock();
    both.readLock().lock();
    both.writeLock().unlock();
    see("downgraded", both + " " + both.isWriteLocked());
    attempt("condition of a read lock", () -> both.readLock().newCondition());

    var stamped = new StampedLock();
    long stamp = stamped.writeLock();
    see("stamped", stamped + " " + stamp + " " + stamped.tryReadLock() + " " + stamped.tryOptimisticRead());
    attempt("wrong stamp", () -> { stamped.unlockRead(stamp); return null; });
    long read = stamped.tryConvertToReadLock(stamp);
    see("converted", read + " " + stamped.getReadLockCount() + " " + stamped.isReadLocked());
    stamped.unlock(read);
    see("valid", stamped.validate(stamped.tryOptimisticRead()) + " " + stamped.validate(0));
    see("views", stamped.asReadLock().tryLock() + " " + stamped.asWriteLock().tryLock() + " " + stamped);

    var semaphore = new Semaphore(2, true);
    semaphore.acquire(2);
    see("semaphore", semaphore + " " + semaphore.tryAcquire() + " " + semaphore.drainPermits());
    attempt("negative", () -> { semaphore.release(-1); return null; });
    semaphore.release(5);
    attempt("in time", () -> semaphore.tryAcquire(5, 1, TimeUnit.SECONDS) + " " + semaphore);
    attempt("not in time", () -> semaphore.tryAcquire(1, TimeUnit.MILLISECONDS));
    var latch = new CountDownLatch(2);
    latch.countDown();
    see("latch", latch + " " + latch.await(1, TimeUnit.NANOSECONDS));
    latch.countDown();
    latch.countDown();
    latch.await();
    see("latch", latch + " " + latch.getCount());
    attempt("negative latch", () -> new CountDownLatch(-1));
    var barrier = new CyclicBarrier(2, () -> { throw new IllegalStateException("action"); });
    Thread first = Thread.ofPlatform().name("first").start(() -> attempt("broken", () -> barrier.await()));
    blocked(first);
    attempt("action", () -> barrier.await());
    joined(first);
    see("barrier", barrier.isBroken() + " " + barrier.getNumberWaiting());
    attempt("already broken", () -> barrier.await());
    attempt("in time", () -> new CyclicBarrier(2).await(1, TimeUnit.MILLISECONDS));
    var phaser = new Phaser(1);
    see("phaser", phaser + " " + phaser.arrive() + " " + phaser.awaitAdvance(0) + " " + phaser.register() + phaser);
    attempt("too many", () -> { phaser.arrive(); phaser.arrive(); phaser.arriveAndDeregister(); phaser.arriveAndDeregister(); return phaser.arriveAndDeregister(); });
    for (int i = 0; i < 2; i++) {
        depth = 0;
        try {
            dive();
        } catch (Throwable e) {
            see("deep", (depth > 500) + " " + e.getClass());
        }
    }
    var reverse = new LinkedHashMap<String, Body>();
    reverse.put("a", () -> mine.hasQueuedThreads());
    reverse.put("b", () -> mine.getQueueLength());
    reverse.forEach(this::attempt);
    Runnable unlock = mine::unlock;
    unlock.run();
    see("by reference", mine.isLocked());
    Function<Lock, Condition> conditions = Lock::newCondition;
    see("by reference", conditions.apply(mine).getClass());
    BooleanSupplier tried = mine::tryLock;
    see("by reference", tried.getAsBoolean());
    Lock none = null;
    attempt("null", () -> { none.lock(); return null; });
    attempt("null reference", () -> { Runnable r = none::lock; return r; });
    theEnd();
}
