final CompletableFuture<String> future = new CompletableFuture<>();
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        future.complete("done");
        data = 42; // here
    });
    future.join();
    IO.println(data); // here
    writer.join();
}
