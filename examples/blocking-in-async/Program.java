void main() {
    try (var workers = new ForkJoinPool(2)) { // a small pool, as async run-times have
        for (int i = 1; i <= 4; i++) {
            int number = i;
            CompletableFuture.runAsync(() -> download(number), workers);
        }
        var question = CompletableFuture.supplyAsync(() -> "Yes, at once!", workers);

        IO.println("Are you there?");
        IO.println(question.join());
    } // waits for all of them
}

void download(int number) {
    try {
        Thread.sleep(150); // blocks a thread of the pool
        IO.println("Download " + number + " is done");
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
