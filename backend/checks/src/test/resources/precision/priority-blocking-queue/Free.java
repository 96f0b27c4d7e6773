final BlockingQueue<int[]> queue =
        new PriorityBlockingQueue<>(4, Comparator.comparingInt(cells -> cells.length));

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        queue.add(cells);
    });
    int[] taken = queue.take();
    IO.println(taken[0]);
    producer.join();
}
