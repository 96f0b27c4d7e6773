final CompletableFuture<String> future = new CompletableFuture<>();
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        future.complete("done");
    });
    future.join();
    IO.println(data);
    writer.join();
}
