// ends: Completed
void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> IO.println(Config.SIZE));
    IO.println(Config.SIZE);
    other.join();
}

static class Config {
    static final int SIZE = sum(List.of(1, 2, 3));

    static int sum(List<Integer> numbers) {
        try (var pool = Executors.newFixedThreadPool(2)) {
            int sum = 0;
            for (int number : numbers) {
                sum += pool.submit(new Twice(number)).get();
            }
            return sum;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

record Twice(int number) implements Callable<Integer> {
    @Override
    public Integer call() {
        return 2 * number;
    }
}
