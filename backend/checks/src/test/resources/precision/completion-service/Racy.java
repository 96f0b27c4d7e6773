final int[] cells = new int[2];

void main() throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
        var service = new ExecutorCompletionService<Integer>(pool);
        for (int i = 0; i < 2; i++) {
            int own = i;
            service.submit(() -> {
                cells[own] = 1; // here
                return own;
            });
        }
        int other = 1 - service.take().get();
        IO.println(cells[other]); // here
    }
}
