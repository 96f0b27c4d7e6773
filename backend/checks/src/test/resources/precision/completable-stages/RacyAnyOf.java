final int[] cells = new int[2];

void main() {
    try (var pool = Executors.newFixedThreadPool(2)) {
        var one = CompletableFuture.runAsync(() -> cells[0]++, pool);
        var other = CompletableFuture.runAsync(() -> cells[1]++, pool);
        CompletableFuture.anyOf(one, other).join(); // any, not all
        IO.println(cells[0] + cells[1]); // here
    }
}
