final Map<String, Integer> map = new HashMap<>(); // guarded by itself

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> put("one"));
    put("other");
    other.join();
    IO.println(map.size());
}

void put(String key) {
    synchronized (map) {
        map.put(key, 1);
    }
}
