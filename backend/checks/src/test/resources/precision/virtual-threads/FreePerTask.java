final int[] cells = new int[3];

void main() {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 3; i++) {
            int own = i;
            pool.execute(() -> cells[own]++);
        }
    }
    IO.println(cells[0] + cells[1] + cells[2]);
}
