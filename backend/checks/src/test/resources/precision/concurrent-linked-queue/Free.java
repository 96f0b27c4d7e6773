final Queue<int[]> queue = new ConcurrentLinkedQueue<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        queue.add(cells);
    });
    int[] taken = queue.poll();
    if (taken != null) {
        IO.println(taken[0]);
    }
    producer.join();
}
