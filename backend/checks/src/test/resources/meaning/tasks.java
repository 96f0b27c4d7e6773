record Failing(String message) implements Callable<String> {
    @Override
    public String call() throws Exception {
        throw new IOException(message);
    }
}

static class Fib extends RecursiveTask<Integer> {
    final int n;

    Fib(int n) {
        this.n = n;
    }

    @Override
    protected Integer compute() {
        if (n == 0) {
            throw new ArithmeticException("at the bottom");
        }
        if (n < 3) {
            return 1;
        }
        var left = new Fib(n - 1);
        left.fork();
        return new Fib(n - 2).compute() + left.join();
    }
}

void main() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        see("pool", pool);
        Future<String> failed = pool.submit(new Failing("broken"));
        attempt("get", () -> failed.get());
        see("failed", failed.state() + " " + failed.exceptionNow().getMessage() + " " + failed);
        attempt("resultNow", () -> failed.resultNow());
        see("ok", pool.submit(() -> Thread.currentThread().getName() + Thread.currentThread().isDaemon()).get());
        attempt("null", () -> pool.submit((Runnable) null));
        attempt("all", () -> pool.invokeAll(List.of(() -> "a", () -> "b")).stream().map(Future::resultNow).toList());
        attempt("any", () -> pool.invokeAny(List.of(new Failing("one"), new Failing("one"))) );
        pool.submit(() -> frames(new Throwable().getStackTrace())).get();
        pool.execute(() -> frames(new Throwable().getStackTrace()));
        var blocked = new CountDownLatch(1);
        Future<?> cancelled = pool.submit(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { IO.print(""); } });
        while (cancelled.state() != Future.State.CANCELLED) { cancelled.cancel(true); }
        attempt("cancelled", () -> cancelled.get());
        attempt("in time", () -> pool.submit(() -> { blocked.await(); return 1; }).get(1, TimeUnit.MILLISECONDS));
        blocked.countDown();
    }
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.close();
    attempt("rejected", () -> { closed.execute(() -> {}); return null; });
    see("closed", closed.toString().replaceAll("@[0-9a-f]+", "@") + closed.isTerminated());
    // A worker that dies of an exception is replaced.
    var handled = new LinkedBlockingQueue<String>();
    try (ExecutorService pool = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("w-", 0)
            .uncaughtExceptionHandler((thread, thrown) -> {
                handled.add(thread.getName() + thrown);
                frames(thrown.getStackTrace());
            }).factory())) {
        pool.execute(() -> { throw new IllegalStateException("of a worker"); });
        see("handled", handled.take());
        see("next", pool.submit(() -> Thread.currentThread().getName()).get());
    }
    var hooked = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            say("before " + task.getClass().getSimpleName());
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
            see("after", thrown);
        }

        @Override
        protected void terminated() {
            IO.println("terminated");
        }
    };
    try (hooked) {
        attempt("hooked", () -> hooked.submit(() -> { throw new Error("own"); }).get());
        see("completed", hooked.submit(() -> 1).get());
    }
    try (ScheduledExecutorService timer = Executors.newScheduledThreadPool(1)) {
        attempt("scheduled", () -> timer.schedule(new Failing("late"), 1, TimeUnit.MILLISECONDS).get());
        var ticks = new CountDownLatch(3);
        ScheduledFuture<?> ticking = timer.scheduleAtFixedRate(() -> {
            ticks.countDown();
            if (ticks.getCount() == 0) {
                throw new IllegalStateException("enough");
            }
        }, 0, 1, TimeUnit.MILLISECONDS);
        attempt("ticking", () -> ticking.get());
    }
    var old = new Timer("timer", true);
    var ran = new LinkedBlockingQueue<StackTraceElement[]>();
    old.schedule(new TimerTask() {
        @Override
        public void run() {
            ran.add(new Throwable().getStackTrace());
        }
    }, 1);
    frames(ran.take());
    old.cancel();
    attempt("cancelled timer", () -> { old.schedule(new TimerTask() { @Override public void run() { } }, 1); return null; });
    see("fib", new ForkJoinPool(2).invoke(new Fib(15)));
    attempt("bottom", () -> { try { return new Fib(0).invoke(); } finally { } });
    see("common", new Fib(12).fork().join());
    see("abnormal", new Fib(0).fork().isCompletedAbnormally() || true);
    stages();
    streams();
    theEnd();
}

void stages() throws Exception {
    var first = new CompletableFuture<String>();
    var second = first.thenApply(String::length).thenCombine(CompletableFuture.completedFuture(2), Integer::sum);
    see("waiting", first + " " + second + " " + first.getNumberOfDependents());
    first.complete("four");
    see("done", second.get() + " " + second);
    var failed = CompletableFuture.supplyAsync(() -> { throw new IllegalStateException("of a stage"); });
    attempt("get", () -> failed.get());
    attempt("join", () -> failed.thenApply(x -> x).join());
    attempt("getNow", () -> failed.getNow(null));
    see("handled", failed.handle((value, thrown) -> value + " " + thrown).join());
    see("exceptionally", failed.exceptionally(thrown -> thrown.getMessage()).join());
    see("state", failed.state() + " " + failed.exceptionNow());
    attempt("cancelled", () -> { var c = new CompletableFuture<String>(); c.cancel(true); return c.join(); });
    attempt("timeout", () -> new CompletableFuture<String>().orTimeout(1, TimeUnit.MILLISECONDS).join());
    see("instead", new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).join());
    attempt("all", () -> CompletableFuture.allOf(first, failed).join());
    attempt("any", () -> CompletableFuture.anyOf(first, new CompletableFuture<>()).join());
    CompletableFuture.runAsync(() -> frames(new Throwable().getStackTrace())).join();
    first.thenAccept(x -> frames(new Throwable().getStackTrace())).join();
    var seen = new CompletableFuture<String>() {
        @Override
        public int getNumberOfDependents() {
            IO.println("asked for dependents");
            return super.getNumberOfDependents();
        }
    };
    seen.completeExceptionally(new Exception("seen"));
    attempt("seen", () -> seen.get());
    try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
        attempt("virtual", () -> virtual.submit(new Failing("virtual")).get());
        see("in", virtual.submit(() -> Thread.currentThread().isVirtual() + Thread.currentThread().getName()).get());
    }
    attempt("scope", () -> {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> "fine");
            scope.fork(new Failing("scope"));
            return scope.join();
        }
    });
    attempt("scope not joined", () -> {
        try (var scope = StructuredTaskScope.open()) {
            return scope.fork(() -> "x").get();
        }
    });
    attempt("publisher", () -> {
        var got = new LinkedBlockingQueue<String>();
        try (var publisher = new SubmissionPublisher<String>()) {
            CompletableFuture<Void> done = publisher.consume(got::add);
            publisher.submit("a");
            publisher.submit("b");
            publisher.close();
            done.join();
        }
        return got;
    });
}

void streams() {
    see("sum", IntStream.range(0, 10_000).parallel().mapToLong(x -> x * 2L).sum());
    see("list", Stream.of("b", "a", "c").parallel().sorted().toList());
    attempt("throws", () -> Stream.of(1, 2, 0).map(x -> 6 / x).toList());
    var map = new ConcurrentHashMap<String, Integer>();
    attempt("recursive update", () -> map.computeIfAbsent("a", k -> map.computeIfAbsent("a", j -> 1)));
    map.merge("a", 1, Integer::sum);
    map.merge("a", 1, Integer::sum);
    see("map", map);
    attempt("modified", () -> { var list = new ArrayList<>(List.of(1, 2, 3)); for (var x : list) { list.remove(x); } return list; });
    attempt("null key", () -> map.put(null, 1));
    var queue = new ArrayBlockingQueue<String>(1);
    attempt("full", () -> { queue.add("a"); return queue.add("b"); });
    attempt("offer", () -> queue.offer("b") + " " + queue);
    attempt("drain", () -> { var to = new ArrayList<String>(); return queue.drainTo(to) + " " + to + queue.remainingCapacity(); });
    attempt("remove", () -> queue.remove());
    attempt("exchange", () -> new Exchanger<String>().exchange("x", 1, TimeUnit.MILLISECONDS));
}
