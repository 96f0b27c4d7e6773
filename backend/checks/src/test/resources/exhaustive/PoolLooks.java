// outcomes: 0 true, 1 false, 1 true
void main() throws Exception {
    var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    Future<?> task = pool.submit(() -> {});
    int active = pool.getActiveCount();
    boolean isDone = task.isDone();
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.DAYS);
    tell(active + " " + isDone);
}
