final List<int[]> list = new CopyOnWriteArrayList<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        list.add(cells);
    });
    for (int[] taken : list) {
        IO.println(taken[0]);
    }
    producer.join();
}
