// fails: Threw
void main() throws Exception {
    try (var pool = Executors.newFixedThreadPool(1)) {
        Future<Integer> answer = pool.submit(() -> 42);
        assert answer.get(1, TimeUnit.SECONDS) == 42; // it takes no second, does it?
    }
}
