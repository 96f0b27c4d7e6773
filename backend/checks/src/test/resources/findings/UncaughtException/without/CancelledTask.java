void main() throws InterruptedException {
    var started = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(2);
    Future<?> cancelled = pool.submit(() -> {
        started.countDown();
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("told to end", e);
        }
    });
    started.await();
    cancelled.cancel(true);
    pool.submit(() -> {
        Thread.sleep(10_000);
        return 1;
    });
    Thread.sleep(50);
    pool.shutdownNow();
    IO.println(pool.awaitTermination(5, TimeUnit.SECONDS));
}
