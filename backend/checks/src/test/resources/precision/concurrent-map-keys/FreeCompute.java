final Map<String, int[]> map = new ConcurrentHashMap<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::count);
    count();
    other.join();
    IO.println(map.get("key")[0]);
}

void count() {
    map.compute("key", (key, cells) -> { // one after the other for each key
        int[] counted = cells == null ? new int[1] : cells;
        counted[0]++;
        return counted;
    });
}
