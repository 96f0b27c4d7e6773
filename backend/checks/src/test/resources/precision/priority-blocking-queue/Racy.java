final BlockingQueue<int[]> queue =
        new PriorityBlockingQueue<>(4, Comparator.comparingInt(cells -> cells.length));

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        queue.add(cells);
        cells[0] = 1; // here
    });
    int[] taken = queue.take();
    IO.println(taken[0]); // here
    producer.join();
}
