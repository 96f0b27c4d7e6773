final int[] cells = new int[2];

void main() throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
        List<Callable<Integer>> tasks = List.of(() -> cells[0]++, () -> cells[1]++);
        pool.invokeAll(tasks);
        IO.println(cells[0] + cells[1]);
    }
}
