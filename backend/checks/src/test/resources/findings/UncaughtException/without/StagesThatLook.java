void main() throws Exception {
    var failing = CompletableFuture.supplyAsync(() -> { if (true) throw new IllegalStateException("a"); return 1; });
    IO.println(failing.exceptionally(t -> 0).join());
    var other = CompletableFuture.supplyAsync(() -> { if (true) throw new IllegalStateException("b"); return 1; });
    IO.println(other.handle((v, t) -> t == null ? v : -1).join());
    var third = CompletableFuture.supplyAsync(() -> { if (true) throw new IllegalStateException("c"); return 1; });
    third.whenComplete((v, t) -> IO.println("saw " + (t != null))).exceptionally(t -> 2).join();
    var fourth = CompletableFuture.supplyAsync(() -> { if (true) throw new IllegalStateException("d"); return 1; });
    try { CompletableFuture.allOf(fourth, CompletableFuture.completedFuture(1)).join(); } catch (CompletionException e) { IO.println("all " + e.getCause().getMessage()); }
    var fifth = CompletableFuture.runAsync(() -> { throw new IllegalStateException("e"); });
    try { CompletableFuture.anyOf(fifth).join(); } catch (CompletionException e) { IO.println("any"); }
    var sixth = CompletableFuture.runAsync(() -> { throw new IllegalStateException("f"); });
    while (!sixth.isDone()) Thread.sleep(1);
    IO.println(sixth.isCompletedExceptionally());
    var seventh = CompletableFuture.supplyAsync(() -> { if (true) throw new IllegalStateException("g"); return 1; }).thenApply(x -> x + 1);
    try { seventh.get(); } catch (ExecutionException e) { IO.println("get"); }
    var eighth = CompletableFuture.supplyAsync(() -> 1).thenCombine(CompletableFuture.<Integer>failedFuture(new IllegalStateException("h")), (a, b) -> a + b);
    try { eighth.join(); } catch (CompletionException e) { IO.println("combine"); }
}
