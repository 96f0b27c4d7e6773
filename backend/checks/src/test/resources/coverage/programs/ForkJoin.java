// covers: ForkJoinPool ForkJoinTask CountedCompleter

static class Sum extends RecursiveTask<Integer> {
    private final int from;
    private final int to;

    Sum(int from, int to) {
        this.from = from;
        this.to = to;
    }

    protected Integer compute() {
        if (to - from <= 10) {
            return to - from;
        }
        int middle = (from + to) / 2;
        var left = new Sum(from, middle);
        left.fork();
        return new Sum(middle, to).compute() + left.join();
    }
}

static class Parts extends CountedCompleter<Void> {
    public void compute() {
        setPendingCount(1);
        tryComplete();
        propagateCompletion();
    }
}

void main() throws Exception {
    List<Callable<String>> tasks = List.of(() -> "a", () -> "b");
    try (var pool = new ForkJoinPool(2)) {
        IO.println(pool.invoke(new Sum(0, 100)));
        pool.invokeAll(tasks);
        pool.invokeAll(tasks, 10, TimeUnit.SECONDS);
        pool.invokeAllUninterruptibly(tasks);
        pool.invokeAny(tasks);
        pool.invokeAny(tasks, 10, TimeUnit.SECONDS);
        ForkJoinTask<Integer> task = pool.submit(new Sum(0, 30));
        task.get();
        task.get(1, TimeUnit.SECONDS);
        task.quietlyJoin();
        task.quietlyJoin(1, TimeUnit.SECONDS);
        task.quietlyJoinUninterruptibly(1, TimeUnit.SECONDS);
        new Sum(0, 3).invoke();
        new Sum(0, 3).quietlyInvoke();
        new Parts().invoke();
        ForkJoinTask<Integer> byHand = new Sum(0, 3);
        byHand.complete(3);
        byHand.quietlyComplete();
        byHand.cancel(false);
        ForkJoinTask<Integer> failed = new Sum(0, 3);
        failed.completeExceptionally(new IllegalStateException("on purpose"));
        pool.awaitQuiescence(10, TimeUnit.SECONDS);
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
        pool.shutdownNow();
    }
}
