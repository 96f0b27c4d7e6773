// outcomes: a, b
void main() throws Exception {
    var first = new CompletableFuture<String>();
    var second = new CompletableFuture<String>();
    var any = CompletableFuture.anyOf(first, second);
    Thread one = Thread.ofPlatform().start(() -> first.complete("a"));
    Thread two = Thread.ofPlatform().start(() -> second.complete("b"));
    var seen = (String) any.get();
    one.join();
    two.join();
    tell(seen);
}
