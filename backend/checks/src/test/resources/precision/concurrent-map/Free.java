final Map<String, int[]> map = new ConcurrentHashMap<>();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        map.put("key", cells);
    });
    int[] taken = map.get("key");
    if (taken != null) {
        IO.println(taken[0]);
    }
    producer.join();
}
