// outcomes: no no, no yes, yes yes
void main() throws Exception {
    var future = new CompletableFuture<String>();
    Thread one = Thread.ofPlatform().start(() -> future.complete("yes"));
    String before = future.isDone() ? "yes" : "no";
    String now = future.getNow("no");
    one.join();
    tell(before + " " + now);
}
