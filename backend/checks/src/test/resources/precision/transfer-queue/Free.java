final LinkedTransferQueue<int[]> queue = new LinkedTransferQueue<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        try {
            queue.transfer(cells);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    });
    int[] taken = queue.take();
    IO.println(taken[0]);
    producer.join();
}
