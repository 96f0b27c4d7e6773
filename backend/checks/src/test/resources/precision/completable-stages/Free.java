int data;

void main() {
    try (var pool = Executors.newFixedThreadPool(2)) {
        CompletableFuture.supplyAsync(() -> data++, pool)
                .thenApplyAsync(before -> data++, pool)
                .thenAccept(before -> data++)
                .join();
        IO.println(data);
    }
}
