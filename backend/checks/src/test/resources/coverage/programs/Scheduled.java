void main() throws Exception {
    try (var pool = Executors.newScheduledThreadPool(1)) {
        pool.schedule(() -> IO.println("once"), 1, TimeUnit.MILLISECONDS).get();
        var ticks = new CountDownLatch(2);
        var rate = pool.scheduleAtFixedRate(ticks::countDown, 0, 1, TimeUnit.MILLISECONDS);
        var delay = pool.scheduleWithFixedDelay(ticks::countDown, 0, 1, TimeUnit.MILLISECONDS);
        ticks.await();
        rate.cancel(false);
        delay.cancel(false);
    }
}
