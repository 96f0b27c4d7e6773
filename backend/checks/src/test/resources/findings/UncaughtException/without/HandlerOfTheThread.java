void main() throws InterruptedException {
    Thread worker =
            new Thread(() -> {
                throw new IllegalStateException("no more");
            });
    worker.setUncaughtExceptionHandler(
            (thread, thrown) -> IO.println("seen: " + thrown.getMessage()));
    worker.start();
    worker.join();
}
