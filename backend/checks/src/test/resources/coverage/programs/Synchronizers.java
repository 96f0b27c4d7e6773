// covers: CountDownLatch CyclicBarrier Phaser Exchanger Semaphore

void main() throws Exception {
    var latch = new CountDownLatch(1);
    latch.countDown();
    latch.await();
    latch.await(1, TimeUnit.SECONDS);

    var barrier = new CyclicBarrier(2);
    var exchanger = new Exchanger<String>();
    Thread partner =
            Thread.ofPlatform()
                    .name("partner")
                    .start(() -> {
                        try {
                            barrier.await();
                            barrier.await();
                            exchanger.exchange("a");
                            exchanger.exchange("b");
                        } catch (InterruptedException | BrokenBarrierException e) {
                            throw new IllegalStateException("nobody breaks it", e);
                        }
                    });
    barrier.await();
    barrier.await(10, TimeUnit.SECONDS);
    exchanger.exchange("c");
    exchanger.exchange("d", 10, TimeUnit.SECONDS);
    partner.join();
    barrier.reset();

    var phaser = new Phaser();
    phaser.register();
    phaser.bulkRegister(1);
    phaser.arrive();
    phaser.arriveAndAwaitAdvance();
    phaser.awaitAdvance(0);
    phaser.awaitAdvanceInterruptibly(0);
    phaser.awaitAdvanceInterruptibly(0, 1, TimeUnit.SECONDS);
    phaser.arriveAndDeregister();
    phaser.forceTermination();

    var semaphore = new Semaphore(9);
    semaphore.acquire();
    semaphore.acquire(2);
    semaphore.acquireUninterruptibly();
    semaphore.acquireUninterruptibly(2);
    semaphore.tryAcquire();
    semaphore.tryAcquire(1);
    semaphore.tryAcquire(1, TimeUnit.SECONDS);
    semaphore.release();
    semaphore.release(8);
    semaphore.tryAcquire(2, 1, TimeUnit.SECONDS);
    semaphore.drainPermits();
}
