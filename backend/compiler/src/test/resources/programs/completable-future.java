// prints: 42
var first = CompletableFuture.supplyAsync(() -> 20);
var second = CompletableFuture.supplyAsync(() -> "22").thenApply(Integer::parseInt);
CompletableFuture<Integer> both = first.thenCombine(second, Integer::sum);
IO.println(both.orTimeout(5, TimeUnit.SECONDS).exceptionally(e -> -1).join());
