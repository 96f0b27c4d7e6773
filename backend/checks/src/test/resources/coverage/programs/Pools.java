// covers: ThreadPoolExecutor ThreadPerTaskExecutor AbstractExecutorService
// covers: ExecutorCompletionService FutureTask

void main() throws Exception {
    List<Callable<String>> tasks = List.of(() -> "a", () -> "b");
    var pool = Executors.newFixedThreadPool(2);
    Future<String> result = pool.submit(() -> "c");
    result.get();
    result.get(1, TimeUnit.SECONDS);
    result.cancel(true);
    pool.invokeAll(tasks);
    pool.invokeAll(tasks, 10, TimeUnit.SECONDS);
    pool.invokeAny(tasks);
    pool.invokeAny(tasks, 10, TimeUnit.SECONDS);
    var completed = new ExecutorCompletionService<String>(pool);
    completed.submit(() -> "d");
    completed.submit(() -> "e");
    completed.take();
    completed.poll(10, TimeUnit.SECONDS);
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    pool.shutdownNow();

    try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
        virtual.invokeAll(tasks);
        virtual.invokeAll(tasks, 10, TimeUnit.SECONDS);
        virtual.invokeAny(tasks);
        virtual.invokeAny(tasks, 10, TimeUnit.SECONDS);
    }
}
