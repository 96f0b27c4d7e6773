// prints: 14
int square(int n) { return n * n; }
void main() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 1; i <= 3; i++) { int n = i; futures.add(pool.submit(() -> square(n))); }
        int sum = 0;
        for (Future<Integer> future : futures) sum += future.get();
        IO.println(sum);
    }
}
