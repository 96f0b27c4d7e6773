void main() {
    var threads = Thread.ofVirtual().name("task-", 1).factory(); // task-1, task-2
    try (var tasks = Executors.newThreadPerTaskExecutor(threads)) {
        var first = CompletableFuture.supplyAsync(() -> fetch("Result 1", 80), tasks);
        var second = CompletableFuture.supplyAsync(() -> fetch("Result 2", 160), tasks);

        var both = first.thenCombine(second, (one, two) -> one + ", " + two);

        IO.println(both.join());
    }
}

String fetch(String what, int millis) {
    try {
        Thread.sleep(millis); // stands for the network
        IO.println("Here is " + what);
        return what;
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
