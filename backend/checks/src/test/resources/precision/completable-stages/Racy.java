int data;

void main() {
    try (var pool = Executors.newFixedThreadPool(2)) {
        var one = CompletableFuture.runAsync(() -> data++, pool); // here
        var other = CompletableFuture.runAsync(() -> data++, pool); // here
        CompletableFuture.allOf(one, other).join();
        IO.println(data);
    }
}
