void main() throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
        List<Callable<Integer>> tasks = List.of(() -> 1, () -> { throw new IllegalStateException("x"); });
        for (var f : pool.invokeAll(tasks)) { try { IO.println(f.get()); } catch (ExecutionException e) { IO.println("caught"); } }
        try { IO.println(pool.invokeAny(tasks)); } catch (ExecutionException e) { IO.println("any failed"); }
        var ecs = new ExecutorCompletionService<Integer>(pool);
        ecs.submit(() -> { throw new IllegalStateException("y"); });
        try { ecs.take().get(); } catch (ExecutionException e) { IO.println("ecs"); }
        var f = pool.submit(() -> { throw new IllegalStateException("z"); });
        while (!f.isDone()) Thread.sleep(1);
        IO.println(f.state());
        var g = pool.submit(() -> { throw new IllegalStateException("w"); });
        try { g.get(1, TimeUnit.SECONDS); } catch (ExecutionException e) { IO.println("timed"); }
    }
    try (var scope = StructuredTaskScope.open()) {
        scope.fork(() -> { throw new IllegalStateException("s"); });
        try { scope.join(); } catch (StructuredTaskScope.FailedException e) { IO.println("scope"); }
    }
    try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
        var h = virtual.submit(() -> { throw new IllegalStateException("v"); });
        try { h.get(); } catch (ExecutionException e) { IO.println("virtual"); }
    }
    try (var fj = new ForkJoinPool(2)) {
        try { fj.submit(() -> { throw new IllegalStateException("fj"); }).get(); } catch (ExecutionException e) { IO.println("fj"); }
    }
    var t = new Thread(() -> { throw new IllegalStateException("handled"); });
    t.setUncaughtExceptionHandler((x, e) -> IO.println("handler " + e.getMessage()));
    t.start(); t.join();
}
