void main() throws ExecutionException, InterruptedException {
    var threads = Thread.ofVirtual().name("task-", 0).factory(); // task-0, task-1, …
    try (var tasks = Executors.newThreadPerTaskExecutor(threads)) {
        var pending = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 10; i++) { // fan out
            int number = i;
            pending.add(tasks.submit(() -> process(number)));
        }

        var results = new ArrayList<Integer>();
        for (Future<Integer> result : pending) { // fan in
            results.add(result.get());
        }
        IO.println("Results: " + results);
    }
}

int process(int number) throws InterruptedException {
    Thread.sleep(200 - 15 * number); // the last one is done first
    return number * 2;
}
