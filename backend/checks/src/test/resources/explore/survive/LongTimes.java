// ends: Completed
void main() throws InterruptedException {
    var due = new CountDownLatch(1);
    try (var pool = Executors.newScheduledThreadPool(1)) {
        pool.schedule(due::countDown, 200, TimeUnit.MILLISECONDS);
        IO.println(due.await(10, TimeUnit.SECONDS));
    }
}
