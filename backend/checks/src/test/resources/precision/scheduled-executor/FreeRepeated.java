int ticks;

void main() throws Exception {
    var isDone = new CountDownLatch(3);
    try (var pool = Executors.newScheduledThreadPool(2)) {
        var repeated = pool.scheduleAtFixedRate(() -> {
            ticks++; // one turn happens before the next, whichever thread does it
            isDone.countDown();
        }, 1, 1, TimeUnit.MILLISECONDS);
        isDone.await();
        repeated.cancel(false);
    }
    IO.println(ticks);
}
