void main() {
    var threads = Thread.ofVirtual().name("task-", 1).factory(); // task-1, task-2, …
    try (var tasks = Executors.newThreadPerTaskExecutor(threads)) { // one for each task
        for (int i = 1; i <= 4; i++) {
            int number = i;
            CompletableFuture.runAsync(() -> download(number), tasks);
        }
        var question = CompletableFuture.supplyAsync(() -> "Yes, at once!", tasks);

        IO.println("Are you there?");
        IO.println(question.join());
    } // waits for all of them
}

void download(int number) {
    try {
        Thread.sleep(150); // blocks nobody: a virtual thread gets off its carrier
        IO.println("Download " + number + " is done");
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
