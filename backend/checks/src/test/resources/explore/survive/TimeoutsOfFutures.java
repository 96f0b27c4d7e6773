// ends: Completed
void main() {
    var never = new CompletableFuture<String>();
    IO.println(never.completeOnTimeout("instead", 10, TimeUnit.MILLISECONDS).join());
    try {
        new CompletableFuture<String>().orTimeout(10, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
        IO.println(e.getCause().getClass().getSimpleName());
    }
}
