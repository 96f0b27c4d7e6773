// outcomes: main, other
void main() throws Exception {
    var future = new CompletableFuture<String>();
    Thread one = Thread.ofPlatform().name("other").start(() -> future.complete("value"));
    CompletableFuture<String> ran = future.thenApply(_ -> Thread.currentThread().getName());
    one.join();
    tell(ran.join());
}
