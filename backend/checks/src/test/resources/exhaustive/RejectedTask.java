// outcomes: rejected, run
void main() throws InterruptedException {
    var pool = Executors.newSingleThreadExecutor();
    Thread one = Thread.ofPlatform().start(pool::shutdown);
    String seen;
    try {
        pool.execute(() -> {});
        seen = "run";
    } catch (RejectedExecutionException e) {
        seen = "rejected";
    }
    one.join();
    pool.awaitTermination(1, TimeUnit.DAYS);
    tell(seen);
}
