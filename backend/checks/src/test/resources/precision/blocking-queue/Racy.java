final BlockingQueue<int[]> queue = new ArrayBlockingQueue<>(1);

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        try {
            queue.put(cells);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        cells[0] = 1; // here
    });
    int[] taken = queue.take();
    IO.println(taken[0]); // here
    producer.join();
}
