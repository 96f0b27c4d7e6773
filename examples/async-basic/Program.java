void main() throws ExecutionException, InterruptedException {
    try (var tasks = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch").factory())) {
        Future<String> answer = tasks.submit(this::fetchData); // begins now, somewhere else

        IO.println("Asked for it");
        prepare(); // meanwhile, something useful

        IO.println("Result: " + answer.get()); // Rust: answer.await
    }
}

String fetchData() throws InterruptedException {
    Thread.sleep(150); // stands for the network
    return "Data";
}

void prepare() throws InterruptedException {
    Thread.sleep(50);
    IO.println("Table is laid");
}
