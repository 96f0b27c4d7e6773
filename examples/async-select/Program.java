void main() {
    var threads = Thread.ofVirtual().name("fetch-", 1).factory(); // fetch-1, fetch-2
    try (var tasks = Executors.newThreadPerTaskExecutor(threads)) {
        IO.println(firstOf(tasks.submit(() -> fetchData(50)), Duration.ofSeconds(1)));
        IO.println(firstOf(tasks.submit(() -> fetchData(1_000)), Duration.ofMillis(150)));
    }
}

String firstOf(Future<String> data, Duration timeout) {
    return Select.<String>first()
            .on(data, text -> "Got data: " + text)
            .timeout(timeout, () -> "Timeout!")
            .await();
}

String fetchData(int millis) {
    try {
        Thread.sleep(millis); // stands for the network
        return "Data";
    } catch (InterruptedException e) {
        IO.println("Never mind, then"); // was cancelled
        return "nothing";
    }
}
