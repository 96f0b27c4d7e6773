// ends: Completed
interface Blocking {
    void run() throws Exception;
}

void main() throws InterruptedException {
    var lock = new ReentrantLock();
    var held = new Semaphore(0);
    var condition = lock.newCondition();
    interrupted("sleep", () -> Thread.sleep(100_000));
    interrupted("semaphore", held::acquire);
    interrupted("latch", () -> new CountDownLatch(1).await());
    interrupted("barrier", () -> new CyclicBarrier(2).await());
    interrupted("phaser", () -> new Phaser(1).awaitAdvanceInterruptibly(0));
    interrupted("exchanger", () -> new Exchanger<String>().exchange("mine"));
    interrupted("take", () -> new LinkedBlockingQueue<String>().take());
    interrupted("hand over", () -> new SynchronousQueue<String>().put("mine"));
    interrupted("transfer", () -> new LinkedTransferQueue<String>().transfer("mine"));
    interrupted("future", () -> new CompletableFuture<String>().get());
    interrupted("delay", () -> new DelayQueue<>().take());
    interrupted("wait", () -> {
        synchronized (held) {
            held.wait();
        }
    });
    interrupted("condition", () -> {
        lock.lock();
        try {
            condition.await();
        } finally {
            lock.unlock();
        }
    });
    lock.lock();
    interrupted("lock", lock::lockInterruptibly);
    lock.unlock();
    interrupted("park", () -> {
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
        throw new InterruptedException();
    });
    interrupted("join", () -> Thread.currentThread().join());
}

void interrupted(String what, Blocking call) throws InterruptedException {
    Thread thread = Thread.ofPlatform().start(() -> {
        try {
            call.run();
        } catch (InterruptedException e) {
            IO.println(what + " was interrupted");
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    });
    thread.interrupt();
    thread.join();
}
