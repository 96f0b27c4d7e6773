void main() throws InterruptedException {
    try (var tasks = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("adder").factory())) {
        Future<Integer> total = tasks.submit(() -> add(List.of("1", "2", "three")));

        try {
            IO.println("Total: " + total.get());
        } catch (ExecutionException e) {
            IO.println("No total: " + e.getCause().getMessage());
        }
    }
}

int add(List<String> numbers) {
    int total = 0;
    for (String number : numbers) {
        total += Integer.parseInt(number);
    }
    return total;
}
