// outcomes: late, value
void main() throws Exception {
    var future = new CompletableFuture<String>();
    Thread one = Thread.ofPlatform().start(() -> future.complete("value"));
    String seen = future.completeOnTimeout("late", 1, TimeUnit.SECONDS).get();
    one.join();
    tell(seen);
}
