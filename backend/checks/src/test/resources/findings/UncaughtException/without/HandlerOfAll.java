void main() throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> IO.println("seen: " + thrown));
    Thread worker =
            Thread.startVirtualThread(() -> {
                throw new IllegalStateException("no more");
            });
    worker.join();
}
