void main() {
    var first = new CompletableFuture<Integer>();
    var second = new CompletableFuture<Integer>();
    var all =
            CompletableFuture.allOf(
                    first.thenApply(x -> x + 1),
                    first.thenAccept(x -> IO.println(x)),
                    first.thenRun(() -> {}),
                    first.thenCompose(x -> CompletableFuture.completedFuture(x)),
                    first.thenCombine(second, (x, y) -> x + y),
                    first.runAfterBoth(second, () -> {}),
                    first.applyToEither(second, x -> x),
                    first.acceptEither(second, x -> {}),
                    first.runAfterEither(second, () -> {}),
                    first.handle((x, thrown) -> x),
                    first.whenComplete((x, thrown) -> {}),
                    first.thenApplyAsync(x -> x * 2),
                    CompletableFuture.supplyAsync(() -> 5));
    var failing = new CompletableFuture<Integer>();
    var mended = failing.exceptionally(thrown -> 0);
    failing.completeExceptionally(new IllegalStateException("on purpose"));
    first.complete(1);
    second.complete(2);
    all.join();
    IO.println(mended.join());
}
