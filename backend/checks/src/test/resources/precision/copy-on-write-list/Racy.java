final List<int[]> list = new CopyOnWriteArrayList<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        list.add(cells);
        cells[0] = 1; // here
    });
    for (int[] taken : list) {
        IO.println(taken[0]); // here
    }
    producer.join();
}
