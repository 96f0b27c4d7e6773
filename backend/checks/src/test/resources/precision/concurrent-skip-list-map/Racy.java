final Map<String, int[]> map = new ConcurrentSkipListMap<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        map.put("key", cells);
        cells[0] = 1; // here
    });
    int[] taken = map.get("key");
    if (taken != null) {
        IO.println(taken[0]); // here
    }
    producer.join();
}
