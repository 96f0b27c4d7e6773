final BlockingQueue<int[]> queue = new LinkedBlockingQueue<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        queue.add(cells);
    });
    int[] taken = queue.poll(1, TimeUnit.SECONDS);
    if (taken != null) {
        IO.println(taken[0]);
    }
    producer.join();
}
