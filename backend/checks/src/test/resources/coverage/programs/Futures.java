// covers: CompletableFuture SubmissionPublisher StructuredTaskScopeImpl TimerThread

static class Printer implements Flow.Subscriber<String> {
    private final CountDownLatch done;

    Printer(CountDownLatch done) {
        this.done = done;
    }

    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(10);
    }

    public void onNext(String item) {
        IO.println(item);
    }

    public void onError(Throwable thrown) {
        done.countDown();
    }

    public void onComplete() {
        done.countDown();
    }
}

void main() throws Exception {
    var future = new CompletableFuture<String>();
    future.orTimeout(10, TimeUnit.SECONDS);
    future.completeOnTimeout("late", 10, TimeUnit.SECONDS);
    Thread.ofPlatform().start(() -> future.complete("done"));
    IO.println(future.get());
    IO.println(future.get(1, TimeUnit.SECONDS));
    IO.println(future.join());

    var done = new CountDownLatch(2);
    var publisher = new SubmissionPublisher<String>();
    publisher.subscribe(new Printer(done));
    publisher.submit("one");
    publisher.offer("two", (_, _) -> false);
    publisher.close();
    var failing = new SubmissionPublisher<String>();
    failing.subscribe(new Printer(done));
    failing.closeExceptionally(new IllegalStateException("on purpose"));
    done.await();

    try (var scope = StructuredTaskScope.open()) {
        scope.fork(() -> "a");
        scope.join();
    }

    var ticked = new CountDownLatch(2);
    var timer = new Timer("ticker");
    timer.schedule(
            new TimerTask() {
                public void run() {
                    ticked.countDown();
                }
            },
            1,
            1);
    ticked.await();
    timer.cancel();
}
