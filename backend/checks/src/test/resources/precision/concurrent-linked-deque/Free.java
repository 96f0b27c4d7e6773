final Deque<int[]> deque = new ConcurrentLinkedDeque<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        deque.addFirst(cells);
    });
    int[] taken = deque.pollLast();
    if (taken != null) {
        IO.println(taken[0]);
    }
    producer.join();
}
