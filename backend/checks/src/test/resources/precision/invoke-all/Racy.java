int count;

void main() throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
        Callable<Integer> task = () -> count++; // here
        pool.invokeAll(List.of(task, task));
        IO.println(count);
    }
}
