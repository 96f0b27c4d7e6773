// outcomes: ab, ba
void main() throws Exception {
    var order = new ConcurrentLinkedQueue<String>();
    var pool = Executors.newSingleThreadExecutor();
    var submitted = new CompletableFuture<Future<?>>();
    Thread one = Thread.ofPlatform().start(() ->
            submitted.complete(pool.submit(() -> order.add("a"))));
    Future<?> two = pool.submit(() -> order.add("b"));
    one.join();
    submitted.get().get();
    two.get();
    pool.shutdown();
    tell(order.poll() + order.poll());
}
